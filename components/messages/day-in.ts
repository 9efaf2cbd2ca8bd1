type DayOf = (at: string) => string;

const byZone = new Map<string, DayOf>();
const MOST_REMEMBERED = 20_000;

/** The calendar day of a time in a time zone, as `2026-03-01`. One for each zone: a formatter is dear, and a thread is long. */
export function dayIn(timeZone: string): DayOf {
  const known = byZone.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const days = new Map<string, string>();
  const dayOf: DayOf = (at) => {
    const minute = at.slice(0, 16);
    const remembered = days.get(minute);
    if (remembered) return remembered;
    if (days.size >= MOST_REMEMBERED) days.clear();
    const day = format.format(new Date(at));
    days.set(minute, day);
    return day;
  };
  byZone.set(timeZone, dayOf);
  return dayOf;
}
