"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call, type Output } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { showToast } from "@/components/ui/toasts/store";
import type { EditDepartmentRouting, ReadDepartmentRouting } from "@/lib/routing/schemas";
import { routingModes } from "@/lib/routing/types";
import { languagesIn } from "./languages-in";
import { RoutingTimes } from "./routing-times";
import { SkillChoice } from "./skill-choice";

export type Routing = Output<typeof ReadDepartmentRouting>;

export function RoutingForm({ routing }: { routing: Routing }) {
  const t = useTranslations("routing.desk");
  const client = useQueryClient();
  const mayManage = useMay("routing.manage");
  const [wanted, setWanted] = useState(routing);
  const [languages, setLanguages] = useState(routing.languages.join(", "));
  const change = (changes: Partial<Routing>) => setWanted({ ...wanted, ...changes });
  const save = useMutation({
    mutationFn: () =>
      call<typeof EditDepartmentRouting>("PATCH /departments/:departmentId/routing", {
        ...wanted,
        languages: languagesIn(languages),
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.settings("routing") });
      showToast({ tone: "plain", text: t("saved") });
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <form
      className="flex flex-col gap-4 px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset disabled={!mayManage} className="flex flex-col gap-4">
        <div className="flex flex-col items-start gap-1.5">
          <Segmented
            label={t("mode")}
            value={wanted.mode}
            options={routingModes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
            onChange={(mode) => change({ mode })}
          />
          <p className="text-sm text-ink-3">{t(`modeWords.${wanted.mode}`)}</p>
        </div>
        {wanted.mode !== "manual" && <RoutingTimes wanted={wanted} errors={errors} onChange={change} />}
        <Field label={t("languages")} hint={t("languagesHint")} error={errors.languages}>
          <Input dir="ltr" value={languages} onChange={({ target }) => setLanguages(target.value)} />
        </Field>
        <SkillChoice label={t("skills")} chosen={wanted.skillIds} onChange={(skillIds) => change({ skillIds })} />
      </fieldset>
      <FormProblem error={save.error} />
      {mayManage && (
        <Button type="submit" variant="primary" className="self-start" busy={save.isPending}>
          {t("save")}
        </Button>
      )}
    </form>
  );
}
