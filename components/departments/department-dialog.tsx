"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { CreateDepartment, EditDepartment } from "@/lib/departments/schemas";
import { linesIn } from "@/lib/text";
import type { Department } from "./departments-screen";

type DialogProps = {
  /** Null makes a new one. */
  department: Department | null;
  members: { id: string; name: string; status: string }[];
  onClose: () => void;
};

export function DepartmentDialog({ department, members, onClose }: DialogProps) {
  const t = useTranslations("settings.departments");
  const client = useQueryClient();
  const [name, setName] = useState(department?.name ?? "");
  const [memberIds, setMemberIds] = useState(department?.memberIds ?? []);
  const [reasons, setReasons] = useState(department?.closingReasons.join("\n") ?? "");
  const [asksClosingNote, setAsksClosingNote] = useState(department?.asksClosingNote ?? false);
  const save = useMutation({
    mutationFn: () => {
      const values = { name, memberIds, closingReasons: linesIn(reasons), asksClosingNote };
      return department
        ? call<typeof EditDepartment>("PATCH /departments/:departmentId", { departmentId: department.id, ...values })
        : call<typeof CreateDepartment>("POST /departments", values);
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.departments });
      void client.invalidateQueries({ queryKey: keys.members });
      void client.invalidateQueries({ queryKey: keys.counts });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  const toggle = (memberId: string) =>
    setMemberIds(memberIds.includes(memberId) ? memberIds.filter((id) => id !== memberId) : [...memberIds, memberId]);
  return (
    <FormDialog
      title={department ? t("editOf", { name: department.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={t("name")} error={errors.name}>
        <Input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("members")}</legend>
        {members
          .filter(({ status }) => status === "active")
          .map((member) => (
            <Checkbox
              key={member.id}
              label={member.name}
              checked={memberIds.includes(member.id)}
              onChange={() => toggle(member.id)}
            />
          ))}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t("closing")}</legend>
        <Field label={t("closingReasons")} hint={t("closingReasonsHint")} error={errors.closingReasons}>
          <Textarea rows={3} dir="auto" value={reasons} onChange={(event) => setReasons(event.target.value)} />
        </Field>
        <Checkbox
          label={t("asksClosingNote")}
          checked={asksClosingNote}
          onChange={(event) => setAsksClosingNote(event.target.checked)}
        />
      </fieldset>
      {!errors.name && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
