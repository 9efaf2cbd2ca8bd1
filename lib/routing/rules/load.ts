import type { RoutingMode } from "@/lib/routing/types";
import type { Agent, Queued, Workload } from "./state";

/** A standing offer counts as a whole conversation: whoever accepts has room for it. */
export const OFFER_PERCENT = 100;

/** What somebody has on their desk, as numbers of conversations. */
export type Held = { waitingOnUs: number; waitingOnCustomer: number; snoozed: number; offers: number };

type Weights = Pick<Workload, "waitingOnUsPercent" | "waitingOnCustomerPercent" | "snoozedPercent">;

/** In percent of a whole conversation. */
export function loadOf({ waitingOnUs, waitingOnCustomer, snoozed, offers }: Held, workload: Weights): number {
  return (
    waitingOnUs * workload.waitingOnUsPercent +
    waitingOnCustomer * workload.waitingOnCustomerPercent +
    snoozed * workload.snoozedPercent +
    offers * OFFER_PERCENT
  );
}

/** What a queued conversation adds to the load of whoever gets it. */
export function weightOf({ isWaitingOnUs }: Pick<Queued, "isWaitingOnUs">, mode: RoutingMode, workload: Workload) {
  if (mode === "offer") return OFFER_PERCENT;
  return isWaitingOnUs ? workload.waitingOnUsPercent : workload.waitingOnCustomerPercent;
}

/** In proportion to what they can take: whoever has half the capacity is as loaded with half the work. */
export function relativeLoad({ loadPercent, capacityPercent }: Pick<Agent, "loadPercent" | "capacityPercent">): number {
  return capacityPercent === 0 ? Number.POSITIVE_INFINITY : loadPercent / capacityPercent;
}
