import { nextMorning } from "@/lib/calendar";
import type { SnoozeUntil } from "@/lib/conversations/types";
import { HOUR } from "@/lib/time";

export type SnoozeChoice = {
  name: "hour" | "hours" | "tomorrow" | "monday" | "reply" | "window";
  until: SnoozeUntil;
  /** When it would wake; null: when the customer writes. */
  at: Date | null;
};

/** As on the server: with this much of the window left there is time for a plain answer. */
const BEFORE_WINDOW_CLOSES_MS = HOUR;
const SOME_HOURS = 3;

/** What a conversation can be put aside until, with the times in the member's zone. */
export function snoozeChoices(now: Date, timeZone: string, windowClosesAt: string | null): SnoozeChoice[] {
  const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR);
  const warningAt = windowClosesAt ? new Date(Date.parse(windowClosesAt) - BEFORE_WINDOW_CLOSES_MS) : null;
  return [
    { name: "hour", until: { kind: "hours", hours: 1 }, at: inHours(1) },
    { name: "hours", until: { kind: "hours", hours: SOME_HOURS }, at: inHours(SOME_HOURS) },
    { name: "tomorrow", until: { kind: "tomorrow" }, at: nextMorning("tomorrow", now, timeZone) },
    { name: "monday", until: { kind: "monday" }, at: nextMorning("monday", now, timeZone) },
    { name: "reply", until: { kind: "reply" }, at: null },
    ...(warningAt && warningAt > now ? [{ name: "window", until: { kind: "window" }, at: warningAt } as const] : []),
  ];
}
