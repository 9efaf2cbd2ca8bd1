import { wallTimeOf } from "@/lib/calendar";
import { edgeOf, type HoursException, type OpeningHours, openSpans } from "@/lib/hours/types";
import { DAY } from "@/lib/time";

export type MonthDay = {
  /** Its midnight as if in UTC. */
  dayMs: number;
  date: string;
  isInMonth: boolean;
  exception: HoursException | null;
  /** By the clocks of the zone; what goes on is cut at midnight. */
  open: { from: string; to: string }[];
};

/** The weeks of a month, from Monday, as they will really be: with nights, exceptions and changes of the clocks. */
export function monthDays(hours: OpeningHours, year: number, month: number): MonthDay[] {
  const first = Date.UTC(year, month, 1);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const end = Date.UTC(year, month + 1, 1);
  const count = Math.ceil((end - start) / (7 * DAY)) * 7;
  return Array.from({ length: count }, (_, at) => {
    const dayMs = start + at * DAY;
    const date = new Date(dayMs).toISOString().slice(0, 10);
    const [from, to] = [edgeOf(dayMs, 0, hours.timeZone), edgeOf(dayMs + DAY, 0, hours.timeZone)];
    return {
      ...{ dayMs, date, isInMonth: dayMs >= first && dayMs < end },
      exception: hours.exceptions.find((each) => each.date === date) ?? null,
      open: [...openSpans(hours, from, to)].map((span) => ({
        from: clockAt(span.from, hours.timeZone),
        to: span.to === to ? "24:00" : clockAt(span.to, hours.timeZone),
      })),
    };
  });
}

export function dateAt(at: Date, timeZone: string): string {
  const { year, month, day } = wallTimeOf(at, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function clockAt(at: number, timeZone: string): string {
  const { hour, minute } = wallTimeOf(new Date(at), timeZone);
  return [hour, minute].map((value) => String(value).padStart(2, "0")).join(":");
}
