import { instantOf, wallTimeOf } from "@/lib/calendar";

const DAYS_A_WEEK = 7;

/** When the day began that it is in a zone, and the same a week ago: summer time may lie between them. */
export function dayOf(now: Date, timeZone: string) {
  const startOf = (daysAgo: number) => {
    const { year, month, day } = wallTimeOf(now, timeZone);
    const date = new Date(Date.UTC(year, month - 1, day - daysAgo));
    return instantOf(
      {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: 0,
        minute: 0,
      },
      timeZone,
    );
  };
  const start = startOf(0);
  const lastWeek = startOf(DAYS_A_WEEK);
  return {
    start,
    end: startOf(-1),
    lastWeek,
    lastWeekNow: new Date(lastWeek.getTime() + now.getTime() - start.getTime()),
  };
}
