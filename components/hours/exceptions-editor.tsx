"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { HoursException } from "@/lib/hours/types";
import { DayIntervals } from "./day-intervals";

type ExceptionsProps = {
  exceptions: HoursException[];
  /** The date that a new one begins with. */
  today: string;
  onChange: (exceptions: HoursException[]) => void;
};

/** Holidays and other days on which the week does not hold. */
export function ExceptionsEditor({ exceptions, today, onChange }: ExceptionsProps) {
  const t = useTranslations("hours");
  const put = (at: number, change: Partial<HoursException>) =>
    onChange(exceptions.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("exceptions")}</legend>
      <p className="mb-1.5 text-sm text-ink-3">{t("exceptionsHint")}</p>
      <ul className="flex flex-col gap-2">
        {exceptions.map((exception, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: Its date is what is being written.
          <li key={at} className="flex flex-wrap items-center gap-2 rounded-lg border px-3 py-2">
            <span className="w-38">
              <Input
                type="date"
                required
                aria-label={t("date")}
                value={exception.date}
                onChange={({ target }) => put(at, { date: target.value })}
              />
            </span>
            <span className="min-w-40 flex-1">
              <Input
                dir="auto"
                maxLength={80}
                aria-label={t("exceptionName")}
                placeholder={t("exceptionName")}
                value={exception.name}
                onChange={({ target }) => put(at, { name: target.value })}
              />
            </span>
            <IconButton
              label={t("removeException", { date: exception.date })}
              onClick={() => onChange(exceptions.filter((_, index) => index !== at))}
            >
              <X className="size-4" />
            </IconButton>
            <span className="flex w-full">
              <DayIntervals
                day={exception.date}
                intervals={exception.intervals}
                onChange={(intervals) => put(at, { intervals })}
              />
            </span>
          </li>
        ))}
      </ul>
      <Button className="mt-2" onClick={() => onChange([...exceptions, { date: today, name: "", intervals: [] }])}>
        <Plus className="size-4" aria-hidden="true" />
        {t("addException")}
      </Button>
    </fieldset>
  );
}
