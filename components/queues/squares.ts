import type { AgentLoad, LoadWeights } from "@/lib/queues/types";

export type Square = "full" | "half" | "empty";

/** More would not fit beside a name. */
const MOST = 12;

/**
 * A load in squares of one whole conversation: first where the customer waits for us, then what is only kept. What goes
 * beyond the capacity is a number.
 */
export function squaresOf(
  load: AgentLoad,
  weights: LoadWeights,
  capacity: number,
): { squares: Square[]; over: number } {
  const ours = Math.round((load.waitingOnUs * weights.waitingOnUs) / 100);
  const kept = load.waitingOnCustomer * weights.waitingOnCustomer + load.snoozed * weights.snoozed;
  const used = ours + Math.ceil(kept / 100);
  const shown = Math.min(Math.max(capacity, 0), MOST);
  const squares = Array.from({ length: shown }, (_, place): Square => {
    if (place < ours) return "full";
    return place < used ? "half" : "empty";
  });
  return { squares, over: Math.max(0, used - shown) };
}
