import type { RoutingMode } from "@/lib/routing/types";
import { OFFER_PERCENT } from "@/lib/workload";
import type { Agent, Queued, Workload } from "./state";

/** What a queued conversation adds to the load of whoever gets it. */
export function weightOf({ isWaitingOnUs }: Pick<Queued, "isWaitingOnUs">, mode: RoutingMode, workload: Workload) {
  if (mode === "offer") return OFFER_PERCENT;
  return isWaitingOnUs ? workload.waitingOnUsPercent : workload.waitingOnCustomerPercent;
}

/** In proportion to what they can take: whoever has half the capacity is as loaded with half the work. */
export function relativeLoad({ loadPercent, capacityPercent }: Pick<Agent, "loadPercent" | "capacityPercent">): number {
  return capacityPercent === 0 ? Number.POSITIVE_INFINITY : loadPercent / capacityPercent;
}
