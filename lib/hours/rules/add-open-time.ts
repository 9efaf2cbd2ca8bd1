import type { OpeningHours } from "@/lib/hours/types";
import { DAY } from "@/lib/time";
import { openSpans } from "./open-spans";

const HORIZON = 3 * 366 * DAY;
const STEP = 14 * DAY;

/** The first instant at which so much open time has passed; null where that is more than three years ahead, or never. */
export function addOpenTime(hours: OpeningHours | null, from: Date, ms: number): Date | null {
  const start = from.getTime();
  if (!hours || ms <= 0) return new Date(start + Math.max(ms, 0));
  let leftMs = ms;
  // By steps, since hours without a gap are one endless span.
  for (let at = start; at < start + HORIZON; at += STEP) {
    for (const span of openSpans(hours, at, at + STEP)) {
      if (leftMs <= span.to - span.from) return new Date(span.from + leftMs);
      leftMs -= span.to - span.from;
    }
  }
  return null;
}
