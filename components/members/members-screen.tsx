"use client";

import { useQuery } from "@tanstack/react-query";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Output } from "@/components/api";
import { departmentsQuery } from "@/components/departments/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, Th } from "@/components/ui/table";
import type { ListDepartments } from "@/lib/departments/schemas";
import type { ListInvitations, ListMembers } from "@/lib/members/schemas";
import { Invitations } from "./invitations";
import { InviteDialog } from "./invite-dialog";
import { MemberDialog } from "./member-dialog";
import { MemberRow } from "./member-row";
import { invitationsQuery, membersQuery } from "./queries";

export type Member = Output<typeof ListMembers>["items"][number];
export type Invitation = Output<typeof ListInvitations>["items"][number];
export type Department = Output<typeof ListDepartments>["items"][number];

type MembersScreenProps = { members: Member[]; departments: Department[]; invitations: Invitation[] };

export function MembersScreen(initial: MembersScreenProps) {
  const t = useTranslations("settings.members");
  const mayManage = useMay("members.manage");
  const members = useQuery({ ...membersQuery, initialData: initial.members }).data;
  const departments = useQuery({ ...departmentsQuery, initialData: initial.departments }).data;
  const invitations = useQuery({ ...invitationsQuery, initialData: initial.invitations, enabled: mayManage }).data;
  const [edited, setEdited] = useState<Member | null>(null);
  const [isInviting, setInviting] = useState(false);
  return (
    <SettingsPage
      title={t("title")}
      words={t("words")}
      action={
        mayManage && (
          <Button variant="primary" onClick={() => setInviting(true)}>
            <UserRoundPlus className="size-4" aria-hidden="true" />
            {t("invite")}
          </Button>
        )
      }
    >
      <Card>
        <Table
          caption={t("title")}
          head={
            <>
              <Th>{t("name")}</Th>
              <Th>{t("role")}</Th>
              <Th>{t("sees")}</Th>
              <Th>{t("departments")}</Th>
              <Th>{t("presence")}</Th>
              <Th>
                <span className="sr-only">{t("edit")}</span>
              </Th>
            </>
          }
        >
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              departments={departments}
              onEdit={mayManage ? () => setEdited(member) : undefined}
            />
          ))}
        </Table>
      </Card>
      {mayManage && invitations.length > 0 && <Invitations invitations={invitations} />}
      {edited && <MemberDialog member={edited} departments={departments} onClose={() => setEdited(null)} />}
      {isInviting && <InviteDialog departments={departments} onClose={() => setInviting(false)} />}
    </SettingsPage>
  );
}
