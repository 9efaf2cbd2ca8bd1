/** Wall-clock times in a time zone, right across changes of summer time. */
import { DAY } from "@/lib/time";

type WallTime = { year: number; month: number; day: number; hour: number; minute: number };

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the clocks of a zone show at an instant. */
export function wallTimeOf(at: Date, zone: string): WallTime {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

/**
 * When the clocks of a zone show a time. Where they show it twice, the first; where they leap over it, as long after the
 * leap as it was to be after its start.
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const asUtc = utcOf(wall);
  const [before, after] = [asUtc - DAY, asUtc + DAY].map((at) => offsetAt(at, zone));
  const candidates = [before, after].map((offsetMs = 0) => asUtc - offsetMs).sort((one, other) => one - other);
  const exact = candidates.find((at) => utcOf(wallTimeOf(new Date(at), zone)) === asUtc);
  return new Date(exact ?? asUtc - (before ?? 0));
}

const MORNING_HOUR = 9;

/** Nine in the morning of the next day, or of the next Monday that is not today. */
export function nextMorning(which: "tomorrow" | "monday", now: Date, zone: string): Date {
  const { year, month, day } = wallTimeOf(now, zone);
  const today = new Date(Date.UTC(year, month - 1, day));
  const daysAhead = which === "tomorrow" ? 1 : (8 - today.getUTCDay()) % 7 || 7;
  const date = new Date(today.getTime() + daysAhead * DAY);
  return instantOf(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: MORNING_HOUR,
      minute: 0,
    },
    zone,
  );
}

function utcOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function offsetAt(at: number, zone: string): number {
  return utcOf(wallTimeOf(new Date(at), zone)) - at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = "numeric" as const;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  });
  formats.set(zone, format);
  return format;
}
