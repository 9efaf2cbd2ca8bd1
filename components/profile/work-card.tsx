"use client";

import { useTranslations } from "next-intl";
import { useEditPreferences, usePreferences } from "@/components/preferences/use-preferences";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { type Density, densities } from "@/lib/preferences/types";

const minutes = [0, 5, 10, 15, 30, 60, 120];

/** How close things stand, and when I count as away. Kept at once: there is nothing to get wrong. */
export function WorkCard() {
  const t = useTranslations("settings.profile.work");
  const { density, awayAfterMinutes } = usePreferences();
  const edit = useEditPreferences();
  const offered = minutes.includes(awayAfterMinutes)
    ? minutes
    : [...minutes, awayAfterMinutes].toSorted((a, b) => a - b);
  return (
    <Card title={t("title")}>
      <div className="grid gap-x-5 gap-y-4 p-5 md:grid-cols-2">
        <div className="flex flex-col items-start gap-1">
          <span className="text-sm font-medium">{t("density")}</span>
          <Segmented<Density>
            label={t("density")}
            value={density}
            options={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
            onChange={(value) => edit.mutate({ density: value })}
          />
        </div>
        <Field label={t("away")} hint={t("awayHint")}>
          <Select
            value={awayAfterMinutes}
            onChange={(event) => edit.mutate({ awayAfterMinutes: Number(event.target.value) })}
          >
            {offered.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? t("never") : t("afterMinutes", { count })}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </Card>
  );
}
