"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call, type Input } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { languagesIn } from "@/components/routing/languages-in";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay, useMe } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Role, roles, type Visibility, visibilities } from "@/lib/auth/types";
import type { EditMember } from "@/lib/members/schemas";
import { DepartmentChoice } from "./department-choice";
import type { Department, Member } from "./members-screen";
import { type Work, WorkFields } from "./work-fields";

type DialogProps = { member: Member; departments: Department[]; onClose: () => void };

export function MemberDialog({ member, departments, onClose }: DialogProps) {
  const t = useTranslations("settings.members");
  const client = useQueryClient();
  const me = useMe();
  const mayMakeOwners = useMay("members.manageOwners");
  const [role, setRole] = useState<Role>(member.role);
  const [visibility, setVisibility] = useState<Visibility>(member.visibility);
  const [departmentIds, setDepartmentIds] = useState(member.departmentIds);
  const [work, setWork] = useState<Work>({ ...member, languages: member.languages.join(", ") });
  const edit = useMutation({
    mutationFn: (changes: Omit<Input<typeof EditMember>, "memberId">) =>
      call<typeof EditMember>("PATCH /members/:memberId", { memberId: member.id, ...changes }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.members });
      void client.invalidateQueries({ queryKey: keys.departments });
      onClose();
    },
  });
  const errors = useFieldErrors(edit.error);
  const { capacity, skillIds } = work;
  const changed = { capacity, skillIds, languages: languagesIn(work.languages) };
  const isActive = member.status === "active";
  return (
    <FormDialog
      title={member.name}
      description={member.email}
      isBusy={edit.isPending}
      aside={
        member.id !== me.id && (
          <Button
            variant="quiet"
            className="me-auto"
            busy={edit.isPending}
            onClick={() => edit.mutate({ status: isActive ? "deactivated" : "active" })}
          >
            {isActive ? t("deactivate") : t("activate")}
          </Button>
        )
      }
      onSubmit={() => edit.mutate({ role, visibility, departmentIds, ...changed })}
      onClose={onClose}
    >
      <Field label={t("role")} hint={t(`roleHint.${role}`)}>
        <Select value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {roles
            .filter((each) => each !== "owner" || mayMakeOwners || member.role === "owner")
            .map((each) => (
              <option key={each} value={each}>
                {t(`roles.${each}`)}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={t("sees")} hint={t(`visibilityHint.${visibility}`)}>
        <Select value={visibility} onChange={(event) => setVisibility(event.target.value as Visibility)}>
          {visibilities.map((each) => (
            <option key={each} value={each}>
              {t(`visibility.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <DepartmentChoice departments={departments} chosen={departmentIds} onChange={setDepartmentIds} />
      <WorkFields work={work} errors={errors} onChange={setWork} />
      <FormProblem error={edit.error} />
    </FormDialog>
  );
}
