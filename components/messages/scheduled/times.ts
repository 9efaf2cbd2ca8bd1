/** Times at which people like to send, in the member's zone. */

export type Preset = { name: "inAnHour" | "thisAfternoon" | "tomorrowMorning" | "mondayMorning"; at: Date };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function presetsFrom(now: Date, timeZone: string): Preset[] {
  const today = dayOf(now, timeZone);
  const tomorrow = dayAfter(today, 1);
  const untilMonday = (8 - weekdayOf(today)) % 7 || 7;
  const afternoon = instantOf(`${today}T14:00`, timeZone);
  const presets: (Preset | null)[] = [
    { name: "inAnHour", at: new Date(now.getTime() + HOUR_MS) },
    afternoon && afternoon.getTime() - now.getTime() > HOUR_MS ? { name: "thisAfternoon", at: afternoon } : null,
    presetAt("tomorrowMorning", tomorrow, timeZone),
    untilMonday > 1 ? presetAt("mondayMorning", dayAfter(today, untilMonday), timeZone) : null,
  ];
  return presets.filter((preset) => preset !== null);
}

function presetAt(name: Preset["name"], day: string, timeZone: string): Preset | null {
  const at = instantOf(`${day}T09:00`, timeZone);
  return at ? { name, at } : null;
}

/** `2026-03-01T09:00` on the clock of a zone, as a moment. A time that the clock leaps over is the one just after. */
export function instantOf(local: string, timeZone: string): Date | null {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  let guess = asUtc - offsetMs(new Date(asUtc), timeZone);
  guess = asUtc - offsetMs(new Date(guess), timeZone);
  return new Date(guess);
}

/** The clock of a zone at a moment, as a field of type `datetime-local` takes it. */
export function localOf(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetMs(at, timeZone)).toISOString().slice(0, 16);
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const asUtc = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return asUtc - Math.floor(at.getTime() / 1_000) * 1_000;
}

function dayOf(at: Date, timeZone: string): string {
  return localOf(at, timeZone).slice(0, 10);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
