"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { timeZones } from "@/components/profile/time-zones";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CreateHours, EditHours } from "@/lib/hours/schemas";
import type { Hours, HoursInterval } from "@/lib/hours/types";
import { ExceptionsEditor } from "./exceptions-editor";
import { dateAt } from "./month";
import { MonthPreview } from "./month-preview";
import { WeekEditor } from "./week-editor";

const office: HoursInterval[] = [{ from: "09:00", to: "17:00" }];
const usualWeek = [office, office, office, office, office, [], []];

/** @param hours null makes new ones */
export function HoursDialog({ hours, onClose }: { hours: Hours | null; onClose: () => void }) {
  const t = useTranslations("settings.hours");
  const fields = useTranslations("hours");
  const client = useQueryClient();
  const now = useNow();
  const [name, setName] = useState(hours?.name ?? "");
  const [timeZone, setTimeZone] = useState(
    () => hours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC",
  );
  const [weekly, setWeekly] = useState(hours?.weekly ?? usualWeek);
  const [exceptions, setExceptions] = useState(hours?.exceptions ?? []);
  const values = { name, timeZone, weekly, exceptions };
  const save = useMutation({
    mutationFn: () =>
      hours
        ? call<typeof EditHours>("PATCH /hours/:hoursId", { hoursId: hours.id, ...values })
        : call<typeof CreateHours>("POST /hours", values),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.hours });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  const zones = [...new Set([timeZone, "UTC", ...timeZones()])];
  return (
    <FormDialog
      size="large"
      title={hours ? t("editOf", { name: hours.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={fields("name")} error={errors.name}>
          <Input
            autoFocus
            required
            dir="auto"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={fields("timeZone")} error={errors.timeZone}>
          <Select value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <WeekEditor weekly={weekly} onChange={setWeekly} />
      <ExceptionsEditor exceptions={exceptions} today={dateAt(now, timeZone)} onChange={setExceptions} />
      <MonthPreview hours={{ timeZone, weekly, exceptions }} />
      {!errors.name && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
