/** Plain types and rules of business hours; components read them too. */

/** Wall-clock times, `HH:MM` up to `24:00`. One that ends before it begins goes over midnight. */
export type HoursInterval = { from: string; to: string };

/** Seven days, Monday first. */
export type WeeklyHours = HoursInterval[][];

/** A date (`YYYY-MM-DD`) on which other hours hold; none: closed all day. */
export type HoursException = { date: string; name: string; intervals: HoursInterval[] };

/** When somebody is there, by the clocks of a zone. */
export type OpeningHours = { timeZone: string; weekly: WeeklyHours; exceptions: HoursException[] };

export type Hours = OpeningHours & {
  id: string;
  name: string;
  usedBy: { departments: { id: string; name: string }[]; channels: { id: string; name: string }[] };
};

/** A stretch of open time, as instants in milliseconds; it ends before `to`. */
export type OpenSpan = { from: number; to: number };

export { edgeOf } from "./rules/edge";
export { isOpenAt } from "./rules/is-open-at";
export { nextChange } from "./rules/next-change";
export { openSpans } from "./rules/open-spans";
export { overlap } from "./rules/overlap";
