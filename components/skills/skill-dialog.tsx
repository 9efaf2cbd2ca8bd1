"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CreateSkill, EditSkill } from "@/lib/routing/schemas";
import type { Skill } from "@/lib/routing/types";

/** @param skill null makes a new one */
export function SkillDialog({ skill, onClose }: { skill: Skill | null; onClose: () => void }) {
  const t = useTranslations("settings.skills");
  const client = useQueryClient();
  const [name, setName] = useState(skill?.name ?? "");
  const save = useMutation({
    mutationFn: () =>
      skill
        ? call<typeof EditSkill>("PATCH /skills/:skillId", { skillId: skill.id, name })
        : call<typeof CreateSkill>("POST /skills", { name }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.skills });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      title={skill ? t("editOf", { name: skill.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={t("name")} error={errors.name}>
        <Input autoFocus required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {!errors.name && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
