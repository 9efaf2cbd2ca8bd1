"use client";

import { Copy } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { WeeklyHours } from "@/lib/hours/types";
import { DayIntervals } from "./day-intervals";
import { weekdays } from "./times";

type WeekProps = { weekly: WeeklyHours; onChange: (weekly: WeeklyHours) => void };

/** Seven days, each with its open times; what one has can be copied to others. */
export function WeekEditor({ weekly, onChange }: WeekProps) {
  const t = useTranslations("hours");
  const format = useFormatter();
  const copy = (from: number, isTarget: (at: number) => boolean) =>
    onChange(weekly.map((day, at) => (isTarget(at) ? [...(weekly[from] ?? [])] : day)));
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t("week")}</legend>
      <ul className="divide-y rounded-lg border">
        {weekdays.map((date, at) => {
          const day = format.dateTime(date, { weekday: "long", timeZone: "UTC" });
          return (
            <li key={day} className="flex items-start gap-x-2 px-3 py-1.5 max-sm:flex-wrap">
              <span className="w-24 shrink-0 py-1.5 first-letter:uppercase max-sm:flex-1">{day}</span>
              <div className="flex min-w-0 flex-1 max-sm:order-last max-sm:basis-full">
                <DayIntervals
                  day={day}
                  intervals={weekly[at] ?? []}
                  onChange={(intervals) => onChange(weekly.map((each, index) => (index === at ? intervals : each)))}
                />
              </div>
              <Menu
                trigger={
                  <IconButton label={t("copyDay", { day })}>
                    <Copy className="size-4" />
                  </IconButton>
                }
              >
                <MenuItem onSelect={() => copy(at, (index) => index < 5)}>{t("copyToWeekdays")}</MenuItem>
                <MenuItem onSelect={() => copy(at, () => true)}>{t("copyToAll")}</MenuItem>
                <MenuItem onSelect={() => onChange(weekly.map((each, index) => (index === at ? [] : each)))}>
                  {t("close")}
                </MenuItem>
              </Menu>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
