"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toasts/store";
import type { SetDepartmentSurvey } from "@/lib/satisfaction/schemas";
import { askAgainAfterDays, type SurveySettings } from "@/lib/satisfaction/types";
import { departmentSurveyQuery } from "./queries";
import { TemplateFields } from "./template-fields";

type FormProps = { departmentId: string; settings: SurveySettings | null };

const places = [0, 1, 2] as const;

export function SurveyForm({ departmentId, settings }: FormProps) {
  const t = useTranslations("settings.survey");
  const client = useQueryClient();
  const mayManage = useMay("satisfaction.manage");
  const [values, setValues] = useState<SurveySettings>(
    settings ?? {
      isActive: false,
      question: t("firstQuestion"),
      choices: places.map((place) => t(`firstChoices.${place}`)),
      commentQuestion: t("firstComment"),
      thanks: t("firstThanks"),
      templateId: null,
      templateValues: {},
      afterMinutes: 0,
    },
  );
  const set = (changed: Partial<SurveySettings>) => setValues({ ...values, ...changed });
  const save = useMutation({
    mutationFn: () =>
      call<typeof SetDepartmentSurvey>("PUT /departments/:departmentId/survey", { departmentId, settings: values }),
    onSuccess: (now) => {
      client.setQueryData(departmentSurveyQuery(departmentId).queryKey, now);
      showToast({ tone: "plain", text: t("saved") });
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset disabled={!mayManage} className="flex max-w-120 flex-col gap-3">
        <Checkbox
          label={t("isActive", { days: askAgainAfterDays })}
          checked={values.isActive}
          onChange={(event) => set({ isActive: event.target.checked })}
        />
        <Field label={t("question")} error={errors["settings.question"]}>
          <Textarea
            rows={2}
            required
            dir="auto"
            maxLength={1_000}
            value={values.question}
            onChange={(event) => set({ question: event.target.value })}
          />
        </Field>
        <div className="grid gap-2 sm:grid-cols-3">
          {places.map((place) => (
            <Field key={place} label={t(`choices.${place}`)} error={errors[`settings.choices.${place}`]}>
              <Input
                required
                dir="auto"
                maxLength={20}
                value={values.choices[place] ?? ""}
                onChange={(event) => set({ choices: values.choices.with(place, event.target.value) })}
              />
            </Field>
          ))}
        </div>
        <Field label={t("comment")} hint={t("commentHint")} error={errors["settings.commentQuestion"]}>
          <Input
            dir="auto"
            maxLength={1_000}
            value={values.commentQuestion ?? ""}
            onChange={(event) => set({ commentQuestion: event.target.value || null })}
          />
        </Field>
        <Field label={t("thanks")} error={errors["settings.thanks"]}>
          <Input
            required
            dir="auto"
            maxLength={1_000}
            value={values.thanks}
            onChange={(event) => set({ thanks: event.target.value })}
          />
        </Field>
        <TemplateFields values={values} errors={errors} onChange={set} />
        <Field label={t("afterMinutes")} error={errors["settings.afterMinutes"]}>
          <Input
            type="number"
            required
            min={0}
            max={4_320}
            value={values.afterMinutes}
            onChange={(event) => set({ afterMinutes: Number(event.target.value) })}
          />
        </Field>
        <FormProblem error={Object.keys(errors).length === 0 ? save.error : null} />
        {mayManage && (
          <div>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {t("save")}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
