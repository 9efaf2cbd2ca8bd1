import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { HoursInterval, OpeningHours } from "./types";

/** Intervals by their start, exceptions by date: whoever shows them need not sort. */
export function inOrder({ weekly, exceptions }: Omit<OpeningHours, "timeZone">): Omit<OpeningHours, "timeZone"> {
  return {
    weekly: weekly.map(byStart),
    exceptions: exceptions
      .map((exception) => ({ ...exception, intervals: byStart(exception.intervals) }))
      .sort((one, other) => (one.date < other.date ? -1 : 1)),
  };
}

function byStart(intervals: HoursInterval[]): HoursInterval[] {
  return intervals.toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

export async function recordChange(
  tx: Transaction,
  actor: Actor,
  hoursId: string,
  change: "created" | "edited" | "deleted",
): Promise<void> {
  await recordEvent(tx, actor, { type: "hours.changed", payload: { hoursId, change } });
}

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "Hours with this name exist.", {
    code: "hours_name_taken",
    nextStep: "Choose another name.",
    fields: [{ path: "name", message: "is taken" }],
  });
}
