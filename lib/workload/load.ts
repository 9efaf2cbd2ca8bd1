import type { Held, WorkloadSettings } from "./types";

/** A standing offer counts as a whole conversation: whoever accepts has room for it. */
export const OFFER_PERCENT = 100;

type Weights = Pick<WorkloadSettings, "waitingOnUsPercent" | "waitingOnCustomerPercent" | "snoozedPercent">;

/** In percent of a whole conversation. */
export function loadOf({ waitingOnUs, waitingOnCustomer, snoozed, offers }: Held, weights: Weights): number {
  return (
    waitingOnUs * weights.waitingOnUsPercent +
    waitingOnCustomer * weights.waitingOnCustomerPercent +
    snoozed * weights.snoozedPercent +
    offers * OFFER_PERCENT
  );
}
