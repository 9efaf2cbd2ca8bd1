"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { EditWorkload } from "@/lib/routing/schemas";
import type { WorkloadSettings } from "@/lib/workload/types";
import { NumberField } from "./number-field";
import { workloadQuery } from "./queries";

const fields = [
  ["capacity", 1, 100],
  ["waitingOnUsPercent", 0, 100],
  ["waitingOnCustomerPercent", 0, 100],
  ["snoozedPercent", 0, 100],
  ["agingMinutes", 1, 1_440],
] as const;

export function WorkloadScreen(initial: { workload: WorkloadSettings }) {
  const t = useTranslations("settings.workload");
  const workload = useQuery({ ...workloadQuery, initialData: initial.workload }).data;
  return (
    <SettingsPage title={t("title")} words={t("words")}>
      <Card>
        <WorkloadForm key={JSON.stringify(workload)} workload={workload} />
      </Card>
    </SettingsPage>
  );
}

function WorkloadForm({ workload }: { workload: WorkloadSettings }) {
  const t = useTranslations("settings.workload");
  const client = useQueryClient();
  const mayManage = useMay("routing.manage");
  const [wanted, setWanted] = useState(workload);
  const save = useMutation({
    mutationFn: () => call<typeof EditWorkload>("PATCH /workload", wanted),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.settings("workload") }),
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
        {fields.map(([name, min, max]) => (
          <NumberField
            key={name}
            label={t(name)}
            error={errors[name]}
            min={min}
            max={max}
            value={wanted[name]}
            onChange={(value) => setWanted({ ...wanted, [name]: value ?? min })}
          />
        ))}
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
