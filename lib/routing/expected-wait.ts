import type { ExpectedWait } from "./types";

/** Fewer waits than these say nothing about the next one. */
const FEWEST = 5;

/** How long whoever comes now is likely to wait: the middle half of recent waits; null where they are too few. */
export function expectedWait(waitSeconds: readonly number[]): ExpectedWait | null {
  if (waitSeconds.length < FEWEST) return null;
  const sorted = waitSeconds.toSorted((one, other) => one - other);
  return { fromSeconds: Math.round(quantile(sorted, 0.25)), toSeconds: Math.round(quantile(sorted, 0.75)) };
}

/** Between two values, as far between them as the quantile lies. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
