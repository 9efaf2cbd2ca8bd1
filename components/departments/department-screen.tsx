"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DepartmentHours } from "@/components/hours/department-hours";
import { membersQuery } from "@/components/members/queries";
import { DepartmentRouting } from "@/components/routing/department-routing";
import { DepartmentSurvey } from "@/components/satisfaction/department-survey";
import { DepartmentServiceLevel } from "@/components/service-levels/department-service-level";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay, useMe } from "@/components/shell/me";
import { DepartmentSilence } from "@/components/silence/department-silence";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DepartmentDialog } from "./department-dialog";
import type { Department, Member } from "./departments-screen";
import { departmentsQuery } from "./queries";

type ScreenProps = { departmentId: string; departments: Department[]; members: Member[] };

/** One department: who is in it, and how it works. */
export function DepartmentScreen({ departmentId, ...initial }: ScreenProps) {
  const t = useTranslations("settings.departments");
  const words = useTranslations("routing.desk");
  const me = useMe();
  const mayManage = useMay("departments.manage");
  const departments = useQuery({ ...departmentsQuery, initialData: initial.departments }).data;
  const members = useQuery({ ...membersQuery, initialData: initial.members }).data;
  const [isEdited, setEdited] = useState(false);
  const department = departments.find(({ id }) => id === departmentId);
  if (!department) return null;
  const names = members.filter(({ id }) => department.memberIds.includes(id)).map(({ name }) => name);
  const back = { href: `/${me.workspace.slug}/settings/departments`, name: t("title") };
  return (
    <SettingsPage back={back} title={department.name}>
      <Card
        title={words("general")}
        side={mayManage && <Button onClick={() => setEdited(true)}>{words("edit")}</Button>}
      >
        <dl className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[12rem_1fr]">
          <dt className="text-ink-3">{t("members")}</dt>
          <dd dir="auto">{names.join(", ") || t("nobody")}</dd>
          <dt className="text-ink-3">{words("closingReasons")}</dt>
          <dd dir="auto">{department.closingReasons.join(", ") || words("none")}</dd>
        </dl>
      </Card>
      <DepartmentRouting departmentId={departmentId} />
      <DepartmentHours departmentId={departmentId} />
      <DepartmentServiceLevel departmentId={departmentId} />
      <DepartmentSilence departmentId={departmentId} />
      <DepartmentSurvey departmentId={departmentId} />
      {isEdited && <DepartmentDialog department={department} members={members} onClose={() => setEdited(false)} />}
    </SettingsPage>
  );
}
