import { addOpenTime, openTimeBetween } from "@/lib/hours";
import type { OpeningHours } from "@/lib/hours/types";

/** How time goes by: by the calendar, or only while a department is open. */
export type Clock = {
  /** Null where so much time never comes. */
  add: (from: Date, ms: number) => Date | null;
  between: (from: Date, to: Date) => number;
};

/** @param hours null: the calendar */
export function clockOf(hours: OpeningHours | null): Clock {
  return {
    add: (from, ms) => addOpenTime(hours, from, ms),
    between: (from, to) => (from < to ? openTimeBetween(hours, from, to) : 0),
  };
}
