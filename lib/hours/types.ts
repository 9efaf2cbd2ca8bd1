/** Plain types of business hours; components read them too. */

/** Wall-clock times, `HH:MM` up to `24:00`. One that ends before it begins goes over midnight. */
export type HoursInterval = { from: string; to: string };

/** Seven days, Monday first. */
export type WeeklyHours = HoursInterval[][];

/** A date (`YYYY-MM-DD`) on which other hours hold; none: closed all day. */
export type HoursException = { date: string; name: string; intervals: HoursInterval[] };
