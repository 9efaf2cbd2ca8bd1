import type { HoursInterval } from "@/lib/hours/types";

/** Whether two intervals of a day share time; one over midnight ends the day. */
export function overlap(intervals: readonly HoursInterval[]): boolean {
  const inOrder = intervals.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.some(({ from, to }, at) => {
    const next = inOrder[at + 1];
    return next !== undefined && (to < from || next.from < to);
  });
}
