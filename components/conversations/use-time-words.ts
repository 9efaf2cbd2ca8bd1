"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { useMemo } from "react";
import { dayIn } from "@/components/messages/day-in";
import { DAY } from "@/lib/time";
import { hoursAndMinutes } from "./service-window";
import { spanBetween } from "./waiting";

/** Times as the console says them, in the member's zone and language. */
export function useTimeWords() {
  const t = useTranslations("common.time");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(() => {
    const dayOf = dayIn(timeZone);
    const clock = (at: string) =>
      format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const sameYear = (at: string, now: Date) => dayOf(at).slice(0, 4) === dayOf(now.toISOString()).slice(0, 4);
    const dayName = (at: string, now: Date) => {
      const day = dayOf(at);
      if (day === dayOf(now.toISOString())) return t("today");
      if (day === dayOf(new Date(now.getTime() - DAY).toISOString())) return t("yesterday");
      return null;
    };
    const date = (at: string, now: Date) =>
      format.dateTime(new Date(at), {
        day: "numeric",
        month: "short",
        ...(sameYear(at, now) ? {} : { year: "numeric" }),
      });
    return {
      dayOf,
      /** 14:02 */
      clock,
      /** 14:02:33 */
      seconds: (at: string) =>
        format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
      /** 14:02 today, else yesterday, else 3 May */
      short: (at: string, now: Date) =>
        dayOf(at) === dayOf(now.toISOString()) ? clock(at) : (dayName(at, now) ?? date(at, now)),
      /** Today, yesterday, or Monday, 3 May */
      day: (at: string, now: Date) =>
        dayName(at, now) ??
        format.dateTime(new Date(at), {
          weekday: "long",
          day: "numeric",
          month: "long",
          ...(sameYear(at, now) ? {} : { year: "numeric" }),
        }),
      date,
      /** 14:02 today, else Mon, 3 May, 14:02: for what is to come. */
      when: (at: string, now: Date) =>
        dayOf(at) === dayOf(now.toISOString())
          ? clock(at)
          : format.dateTime(new Date(at), {
              weekday: "short",
              day: "numeric",
              month: "short",
              hour: "2-digit",
              minute: "2-digit",
              hourCycle: "h23",
              ...(sameYear(at, now) ? {} : { year: "numeric" }),
            }),
      /** With everything, for a hover. */
      exact: (at: string) =>
        format.dateTime(new Date(at), {
          weekday: "short",
          day: "numeric",
          month: "short",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          second: "2-digit",
          hourCycle: "h23",
        }),
      /** 14 min, 2 h, 3 d */
      span: (from: string, now: Date) => {
        const { unit, count } = spanBetween(new Date(from), now);
        return t(`span.${unit}`, { count });
      },
      /** 21 h 04 */
      left: (leftMs: number) => {
        const { hours, minutes } = hoursAndMinutes(leftMs);
        return hours > 0
          ? t("left.hours", { hours, minutes: String(minutes).padStart(2, "0") })
          : t("left.minutes", { minutes });
      },
    };
  }, [t, format, timeZone]);
}
