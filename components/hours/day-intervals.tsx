"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { type HoursInterval, overlap } from "@/lib/hours/types";
import { endOf, nextInterval, shownEnd } from "./times";

type IntervalsProps = {
  /** Whose day it is, for readers of screens. */
  day: string;
  intervals: HoursInterval[];
  onChange: (intervals: HoursInterval[]) => void;
};

/** The open times of a day, one beside the other; none is closed. */
export function DayIntervals({ day, intervals, onChange }: IntervalsProps) {
  const t = useTranslations("hours");
  const put = (at: number, interval: HoursInterval) =>
    onChange(intervals.map((each, index) => (index === at ? interval : each)));
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5">
      {intervals.length === 0 && <span className="text-ink-3">{t("closed")}</span>}
      {intervals.map((interval, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: An interval is only its place and its times.
        <span key={at} className="flex items-center gap-1">
          <span className="w-28 shrink-0">
            <Input
              type="time"
              required
              aria-label={t("from", { day, number: at + 1 })}
              value={interval.from}
              onChange={({ target }) => target.value && put(at, { ...interval, from: target.value })}
            />
          </span>
          <span aria-hidden="true">–</span>
          <span className="w-28 shrink-0">
            <Input
              type="time"
              required
              aria-label={t("to", { day, number: at + 1 })}
              value={shownEnd(interval.to)}
              onChange={({ target }) => target.value && put(at, { ...interval, to: endOf(target.value) })}
            />
          </span>
          {interval.to < interval.from && <span className="text-xs text-ink-3">{t("nextDay")}</span>}
          <IconButton
            label={t("removeInterval", { day, number: at + 1 })}
            onClick={() => onChange(intervals.filter((_, index) => index !== at))}
          >
            <X className="size-4" />
          </IconButton>
        </span>
      ))}
      {intervals.length < 10 && (
        <IconButton label={t("addInterval", { day })} onClick={() => onChange([...intervals, nextInterval(intervals)])}>
          <Plus className="size-4" />
        </IconButton>
      )}
      {overlap(intervals) && (
        <span role="alert" className="w-full text-sm text-bad">
          {t("overlap")}
        </span>
      )}
    </div>
  );
}
