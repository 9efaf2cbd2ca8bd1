import type { OpeningHours } from "@/lib/hours/types";
import { openSpans } from "./open-spans";

/** How much of the time between two instants was open, in milliseconds. */
export function openTimeBetween(hours: OpeningHours | null, from: Date, to: Date): number {
  let sumMs = 0;
  for (const span of openSpans(hours, from.getTime(), to.getTime())) sumMs += span.to - span.from;
  return sumMs;
}
