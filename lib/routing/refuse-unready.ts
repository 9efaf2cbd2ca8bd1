import { and, eq, isNull } from "drizzle-orm";
import { availability } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import type { Agent } from "./rules/state";

/**
 * Whoever is away would be given nothing, and what they took would soon go back. Being busy keeps others from giving:
 * asking is one's own choice.
 */
export async function refuseAway(tx: Transaction, { tenantId, id }: Actor): Promise<void> {
  const [now] = await tx
    .select({ state: availability.state })
    .from(availability)
    .where(and(eq(availability.tenantId, tenantId), eq(availability.memberId, id), isNull(availability.until)));
  if (now?.state === "online" || now?.state === "busy") return;
  const isBreak = now?.state === "break";
  throw new ConflictError(isBreak ? "You are on a break." : "You are offline.", {
    code: isBreak ? "on_break" : "not_online",
    nextStep: "Go online, then ask for the next one.",
  });
}

export function fullOf({ loadPercent, capacityPercent }: Agent, mayGoOn: boolean): ConflictError {
  return new ConflictError("You have as much as you can take.", {
    code: "at_capacity",
    details: { loadPercent, capacityPercent, mayGoOn },
    nextStep: mayGoOn ? "Finish one first, or take the next all the same." : "Finish one first.",
  });
}
