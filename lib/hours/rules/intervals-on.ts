import type { HoursInterval, OpeningHours } from "@/lib/hours/types";

/** What holds on a date (`YYYY-MM-DD`): an exception replaces its day of the week. */
export function intervalsOn({ weekly, exceptions }: OpeningHours, date: string): HoursInterval[] {
  const exception = exceptions.find((each) => each.date === date);
  if (exception) return exception.intervals;
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekly[(sundayFirst + 6) % 7] ?? [];
}
