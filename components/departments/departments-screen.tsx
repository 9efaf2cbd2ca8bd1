"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Waypoints } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Output } from "@/components/api";
import { membersQuery } from "@/components/members/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay, useMe } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import type { ListDepartments } from "@/lib/departments/schemas";
import type { ListMembers } from "@/lib/members/schemas";
import { DepartmentDialog } from "./department-dialog";
import { departmentsQuery } from "./queries";

export type Department = Output<typeof ListDepartments>["items"][number];
export type Member = Output<typeof ListMembers>["items"][number];

export function DepartmentsScreen(initial: { departments: Department[]; members: Member[] }) {
  const t = useTranslations("settings.departments");
  const departments = useQuery({ ...departmentsQuery, initialData: initial.departments }).data;
  const members = useQuery({ ...membersQuery, initialData: initial.members }).data;
  const me = useMe();
  const mayManage = useMay("departments.manage");
  const [edited, setEdited] = useState<Department | "new" | null>(null);
  const add = mayManage && (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  const namesOf = ({ memberIds }: Department) =>
    members
      .filter(({ id }) => memberIds.includes(id))
      .map(({ name }) => name)
      .join(", ");
  return (
    <SettingsPage title={t("title")} words={t("words")} action={departments.length > 0 && add}>
      <Card>
        {departments.length === 0 ? (
          <EmptyState icon={<Waypoints />} title={t("empty")} action={add}>
            {t("emptyWords")}
          </EmptyState>
        ) : (
          <Table
            caption={t("title")}
            head={
              <>
                <Th>{t("name")}</Th>
                <Th>{t("members")}</Th>
                <Th>
                  <span className="sr-only">{t("edit")}</span>
                </Th>
              </>
            }
          >
            {departments.map((department) => (
              <tr key={department.id}>
                <Td className="font-medium whitespace-nowrap">
                  <Link
                    className="hover:underline"
                    href={`/${me.workspace.slug}/settings/departments/${department.id}`}
                  >
                    {department.name}
                  </Link>
                </Td>
                <Td className="text-ink-2">{namesOf(department) || t("nobody")}</Td>
                <Td className="text-end">
                  {mayManage && (
                    <Button aria-label={t("editOf", { name: department.name })} onClick={() => setEdited(department)}>
                      {t("edit")}
                    </Button>
                  )}
                </Td>
              </tr>
            ))}
          </Table>
        )}
      </Card>
      {edited && (
        <DepartmentDialog
          department={edited === "new" ? null : edited}
          members={members}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsPage>
  );
}
