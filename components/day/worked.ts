import type { DayBreak } from "@/lib/queues/types";

/** How long somebody was there today, and on breaks, from their states; the last one lasts until now. */
export function workedIn(states: readonly DayBreak[], now: Date): { workedMs: number; breakMs: number } {
  let [workedMs, breakMs] = [0, 0];
  for (const { state, since, until } of states) {
    const lastedMs = Math.max(0, (until ? Date.parse(until) : now.getTime()) - Date.parse(since));
    if (state === "break") breakMs += lastedMs;
    else if (state !== "offline") workedMs += lastedMs;
  }
  return { workedMs, breakMs };
}
