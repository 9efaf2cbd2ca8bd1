import { DAY, HOUR, MINUTE } from "@/lib/time";

export type Span = { unit: "now" | "minutes" | "hours" | "days"; count: number };

/** How long ago, in the largest unit that fits: what a list has room for. */
export function spanBetween(from: Date, to: Date): Span {
  const elapsedMs = Math.max(0, to.getTime() - from.getTime());
  if (elapsedMs < MINUTE) return { unit: "now", count: 0 };
  if (elapsedMs < HOUR) return { unit: "minutes", count: Math.floor(elapsedMs / MINUTE) };
  if (elapsedMs < DAY) return { unit: "hours", count: Math.floor(elapsedMs / HOUR) };
  return { unit: "days", count: Math.floor(elapsedMs / DAY) };
}

const NOTICEABLE_MS = 5 * MINUTE;
const LONG_MS = 15 * MINUTE;

/** How a wait should look: the colour is never the only sign, the time stands beside it. */
export function urgencyOf(waitingSince: Date, now: Date): "calm" | "soon" | "late" {
  const waitedMs = now.getTime() - waitingSince.getTime();
  if (waitedMs >= LONG_MS) return "late";
  return waitedMs >= NOTICEABLE_MS ? "soon" : "calm";
}
