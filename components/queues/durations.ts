import { HOUR, MINUTE, SECOND } from "@/lib/time";

/** Beyond this a running clock says nothing that its hours do not. */
export const CLOCK_FOR_MS = 24 * HOUR;

export type Range = { unit: "underMinutes" | "minutes" | "hours"; from: number; to: number };

/** A wait to expect, in whole minutes: its lower end rounded down and its upper one up, so that it promises too little. */
export function rangeOf({ fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number }): Range {
  const [from, to] = [Math.floor((fromSeconds * SECOND) / MINUTE), Math.ceil((toSeconds * SECOND) / MINUTE)];
  if (to <= 2) return { unit: "underMinutes", from: 0, to: Math.max(1, to) };
  if (to >= 120) return { unit: "hours", from: Math.floor(from / 60), to: Math.ceil(to / 60) };
  return { unit: "minutes", from: Math.max(1, from), to };
}
