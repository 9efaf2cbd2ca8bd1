import { instantOf, wallTimeOf } from "@/lib/calendar";

/** An instant as a `datetime-local` field writes it, on the clocks of a zone: `2026-11-23T09:00`. */
export function wallFieldText(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTimeOf(at, timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** What such a field says, wherever the browser stands; null while it is no time. */
export function readWallField(text: string, timeZone: string): Date | null {
  if (Number.isNaN(Date.parse(`${text}Z`))) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return instantOf({ year, month, day, hour, minute }, timeZone);
}
