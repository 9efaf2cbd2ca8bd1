"use client";

import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { OpeningHours } from "@/lib/hours/types";
import { DAY } from "@/lib/time";
import { dateAt, type MonthDay, monthDays } from "./month";
import { weekdays } from "./times";

const steps: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, Home: 0, End: 0 };

/** A month as it will be: open times and exceptions by the clocks of the zone. Arrow keys walk through its days. */
export function MonthPreview({ hours }: { hours: OpeningHours }) {
  const t = useTranslations("hours");
  const format = useFormatter();
  const today = dateAt(useNow(), hours.timeZone);
  const [chosen, setChosen] = useState(today);
  const table = useRef<HTMLTableElement>(null);
  const [year = 2026, month = 1] = chosen.split("-").map(Number);
  const days = monthDays(hours, year, month - 1);
  const shown = days.find(({ date }) => date === chosen);
  const wordsOf = (day: MonthDay) => {
    const times = day.open.map(({ from, to }) => `${from}–${to}`);
    return [day.exception?.name, times.length === 0 ? t("closed") : format.list(times)].filter(Boolean).join(" · ");
  };
  const dateWords = (dayMs: number) => format.dateTime(new Date(dayMs), { dateStyle: "full", timeZone: "UTC" });
  const goTo = (dayMs: number) => {
    const date = new Date(dayMs).toISOString().slice(0, 10);
    setChosen(date);
    // The month may have to be drawn first.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const isAside = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const step = isAside ? (event.key === forward ? 1 : -1) : steps[event.key];
    if (!shown || step === undefined) return;
    event.preventDefault();
    const inWeek = (new Date(shown.dayMs).getUTCDay() + 6) % 7;
    const byKey = event.key === "Home" ? -inWeek : event.key === "End" ? 6 - inWeek : step;
    goTo(shown.dayMs + byKey * DAY);
  };
  const turn = (by: number) => setChosen(new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10));
  return (
    <section aria-label={t("preview")} className="rounded-lg border p-3">
      <header className="mb-1 flex items-center gap-1">
        <h3 aria-live="polite" className="flex-1 font-medium first-letter:uppercase">
          {format.dateTime(new Date(Date.UTC(year, month - 1, 1)), { month: "long", year: "numeric", timeZone: "UTC" })}
        </h3>
        <IconButton label={t("monthBefore")} onClick={() => turn(-1)}>
          <ChevronLeft className="size-4 rtl:rotate-180" />
        </IconButton>
        <IconButton label={t("monthAfter")} onClick={() => turn(1)}>
          <ChevronRight className="size-4 rtl:rotate-180" />
        </IconButton>
      </header>
      <table ref={table} onKeyDown={onKeyDown} className="w-full table-fixed border-collapse text-center">
        <thead>
          <tr>
            {weekdays.map((date) => (
              <th key={date.getTime()} scope="col" className="py-1 text-xs font-medium text-ink-3">
                <abbr title={format.dateTime(date, { weekday: "long", timeZone: "UTC" })} className="no-underline">
                  {format.dateTime(date, { weekday: "narrow", timeZone: "UTC" })}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <td key={day.date} className="p-0.5">
                  <button
                    type="button"
                    data-date={day.date}
                    tabIndex={day.date === chosen ? 0 : -1}
                    aria-current={day.date === today ? "date" : undefined}
                    aria-label={`${dateWords(day.dayMs)}: ${wordsOf(day)}`}
                    onClick={() => setChosen(day.date)}
                    onFocus={() => setChosen(day.date)}
                    className={clsx(
                      "flex h-11 w-full flex-col items-center justify-center rounded-md border text-sm leading-tight",
                      day.open.length > 0 ? "text-good" : "text-ink-3",
                      day.isInMonth && (day.open.length > 0 ? "bg-good-soft" : "bg-sunken"),
                      day.date === chosen ? "border-accent" : "border-transparent",
                    )}
                  >
                    <span className={clsx(day.date === today && "font-bold underline underline-offset-2")}>
                      {Number(day.date.slice(8))}
                      {day.exception && <span aria-hidden="true">*</span>}
                    </span>
                    <span aria-hidden="true" className="max-w-full truncate text-2xs max-sm:hidden">
                      {day.open[0] ? `${day.open[0].from}–${day.open.at(-1)?.to}` : "–"}
                    </span>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown && (
        <p className="mt-2 text-sm">
          <strong className="font-medium first-letter:uppercase">{dateWords(shown.dayMs)}</strong>
          {": "}
          {wordsOf(shown)}
        </p>
      )}
      <p className="text-xs text-ink-3">{t("previewHint", { zone: hours.timeZone.replaceAll("_", " ") })}</p>
    </section>
  );
}
