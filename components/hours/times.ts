import type { HoursInterval } from "@/lib/hours/types";

/** Monday first; the year does not matter. */
export const weekdays = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at)));

/** A field for times knows no 24:00: there, the end of a day is the midnight that begins the next. */
export function shownEnd(to: string): string {
  return to === "24:00" ? "00:00" : to;
}

export function endOf(shown: string): string {
  return shown === "00:00" ? "24:00" : shown;
}

/** What is proposed when one more interval is added to a day. */
export function nextInterval(intervals: readonly HoursInterval[]): HoursInterval {
  const last = intervals.at(-1);
  if (!last) return { from: "09:00", to: "17:00" };
  const hour = Number(last.to.slice(0, 2));
  const two = (value: number) => `${String(value).padStart(2, "0")}:00`;
  return hour >= 21 ? { from: "23:00", to: "24:00" } : { from: two(hour + 1), to: two(Math.min(24, hour + 4)) };
}
