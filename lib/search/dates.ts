import { instantOf, wallTimeOf } from "@/lib/calendar";
import { DAY } from "@/lib/time";

type Span = { from: Date; to: Date };

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** A year, a month, a day, `today` or `yesterday`, in the asker's time zone; null for what is no date. */
export function spanOf(value: string, timeZone: string, now: Date): Span | null {
  const midnight = (year: number, month: number, day: number) => {
    const date = new Date(Date.UTC(year, month - 1, day));
    return instantOf(
      { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: 0, minute: 0 },
      timeZone,
    );
  };
  const word = value.toLowerCase();
  if (word === "today" || word === "yesterday") {
    const { year, month, day } = wallTimeOf(new Date(now.getTime() - (word === "today" ? 0 : DAY)), timeZone);
    return { from: midnight(year, month, day), to: midnight(year, month, day + 1) };
  }
  const [, year, month, day] = DATE.exec(value)?.map(Number) ?? [];
  if (!year || year < 2000 || Number(month) > 12 || Number(day) > 31) return null;
  if (!month) return { from: midnight(year, 1, 1), to: midnight(year + 1, 1, 1) };
  if (!day) return { from: midnight(year, month, 1), to: midnight(year, month + 1, 1) };
  return { from: midnight(year, month, day), to: midnight(year, month, day + 1) };
}
