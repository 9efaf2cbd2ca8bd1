import { priorities } from "@/lib/conversations/types";
import type { Queued } from "./state";

type Placed = Pick<Queued, "id" | "priority" | "queuedSinceMs" | "returnedAtMs">;

/**
 * Who stands ahead of whom: the higher priority, which rises by one step for each `agingMs` of waiting so that nobody
 * starves; then what somebody gave back; then who has waited longest.
 */
export function queueOrder(nowMs: number, agingMs: number): (one: Placed, other: Placed) => number {
  const levelOf = ({ priority, queuedSinceMs }: Placed) => {
    const steps = Math.floor(Math.max(0, nowMs - queuedSinceMs) / agingMs);
    return Math.max(0, priorities.indexOf(priority) - steps);
  };
  return (one, other) =>
    levelOf(one) - levelOf(other) ||
    Number(other.returnedAtMs !== null) - Number(one.returnedAtMs !== null) ||
    one.queuedSinceMs - other.queuedSinceMs ||
    (one.id < other.id ? -1 : Number(one.id > other.id));
}
