import { wallTimeOf } from "@/lib/calendar";
import type { ExpectedWait } from "@/lib/routing/types";
import { DAY } from "@/lib/time";

/** By weekday it is said up to here; further away by its date. */
const DAYS_BY_NAME = 6;

/** When it opens, in the customer's language and by the clocks of the place: `tomorrow, 9:00 AM`. */
export function opensAtWords(at: Date, now: Date, timeZone: string, language: string): string {
  const locale = localeOf(language);
  const days = (dayIn(at, timeZone) - dayIn(now, timeZone)) / DAY;
  const time = { timeZone, hour: "numeric", minute: "2-digit" } as const;
  if (days <= 1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
    return `${day}, ${new Intl.DateTimeFormat(locale, time).format(at)}`;
  }
  const date = days <= DAYS_BY_NAME ? {} : ({ day: "numeric", month: "long" } as const);
  return new Intl.DateTimeFormat(locale, { ...time, ...date, weekday: "long" }).format(at);
}

/** `5–10 minutes`. */
export function waitWords({ fromSeconds, toSeconds }: ExpectedWait, language: string) {
  const fromMinutes = Math.max(1, Math.floor(fromSeconds / 60));
  const toMinutes = Math.max(fromMinutes, Math.ceil(toSeconds / 60));
  const isLong = fromMinutes >= 60;
  const [from, to] = isLong ? [Math.floor(fromMinutes / 60), Math.ceil(toMinutes / 60)] : [fromMinutes, toMinutes];
  const format = new Intl.NumberFormat(localeOf(language), {
    style: "unit",
    unit: isLong ? "hour" : "minute",
    unitDisplay: "long",
  });
  return from === to ? format.format(from) : format.formatRange(from, to);
}

function dayIn(at: Date, timeZone: string): number {
  const { year, month, day } = wallTimeOf(at, timeZone);
  return Date.UTC(year, month - 1, day);
}

/** With the digits that the console writes. */
function localeOf(language: string): Intl.Locale {
  try {
    return new Intl.Locale(language, { numberingSystem: "latn" });
  } catch {
    return new Intl.Locale("en");
  }
}
