"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CreateServiceLevelPolicy, EditServiceLevelPolicy } from "@/lib/service-levels/schemas";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";
import { policiesKey } from "./queries";

const promises = ["firstReplyMinutes", "nextReplyMinutes", "resolutionMinutes"] as const;

const fresh: Omit<ServiceLevelPolicy, "id"> = {
  name: "",
  firstReplyMinutes: 15,
  nextReplyMinutes: 60,
  resolutionMinutes: null,
  inHours: true,
  warnAtPercent: 80,
};

/** @param policy null makes a new one */
export function PolicyDialog({ policy, onClose }: { policy: ServiceLevelPolicy | null; onClose: () => void }) {
  const t = useTranslations("settings.service-levels");
  const client = useQueryClient();
  const { id, ...before } = policy ?? { ...fresh, id: null };
  const [values, setValues] = useState(before);
  const save = useMutation({
    mutationFn: () =>
      id
        ? call<typeof EditServiceLevelPolicy>("PATCH /service-level-policies/:policyId", { policyId: id, ...values })
        : call<typeof CreateServiceLevelPolicy>("POST /service-level-policies", values),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: policiesKey });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  const set = (changed: Partial<typeof values>) => setValues({ ...values, ...changed });
  return (
    <FormDialog
      title={policy ? t("editOf", { name: policy.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={t("name")} error={errors.name}>
        <Input
          autoFocus
          required
          maxLength={60}
          dir="auto"
          value={values.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 text-sm text-ink-3">{t("minutesHint")}</legend>
        {promises.map((key) => (
          <Field key={key} label={t(key)} error={errors[key]}>
            <Input
              type="number"
              min={1}
              max={129_600}
              value={values[key] ?? ""}
              onChange={(event) => set({ [key]: event.target.value === "" ? null : Number(event.target.value) })}
            />
          </Field>
        ))}
      </fieldset>
      <Field label={t("warnAtPercent")} hint={t("warnAtPercentHint")} error={errors.warnAtPercent}>
        <Input
          type="number"
          required
          min={1}
          max={99}
          value={values.warnAtPercent}
          onChange={(event) => set({ warnAtPercent: Number(event.target.value) })}
        />
      </Field>
      <Checkbox
        label={t("inHoursLong")}
        checked={values.inHours}
        onChange={(event) => set({ inHours: event.target.checked })}
      />
      <p className="text-sm text-ink-3">{t("stillWords")}</p>
      {Object.keys(errors).length === 0 && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
