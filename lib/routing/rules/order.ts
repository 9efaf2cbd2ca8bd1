import { priorities } from "@/lib/conversations/types";
import type { Queued } from "./state";

type Aged = Pick<Queued, "priority" | "queuedSinceMs">;
type Placed = Aged & Pick<Queued, "id" | "returnedAtMs">;

/** The priority that somebody counts as by now, as a place in the list of priorities. */
export function levelOf({ priority, queuedSinceMs }: Aged, nowMs: number, agingMs: number): number {
  const steps = Math.floor(Math.max(0, nowMs - queuedSinceMs) / agingMs);
  return Math.max(0, priorities.indexOf(priority) - steps);
}

/**
 * Who stands ahead of whom: the higher priority, which rises by one step for each `agingMs` of waiting so that nobody
 * starves; then what somebody gave back; then who has waited longest.
 */
export function queueOrder(nowMs: number, agingMs: number): (one: Placed, other: Placed) => number {
  return (one, other) =>
    levelOf(one, nowMs, agingMs) - levelOf(other, nowMs, agingMs) ||
    Number(other.returnedAtMs !== null) - Number(one.returnedAtMs !== null) ||
    one.queuedSinceMs - other.queuedSinceMs ||
    (one.id < other.id ? -1 : Number(one.id > other.id));
}
