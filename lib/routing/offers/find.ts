import { and, eq, isNull } from "drizzle-orm";
import { offers } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { ConflictError, NotFoundError } from "@/lib/errors";

type OfferRow = typeof offers.$inferSelect;

/** @throws {NotFoundError} also for what is offered to somebody else @throws {ConflictError} when it is over */
export async function findMyOffer(tx: Transaction, actor: Actor, offerId: string, now: Date): Promise<OfferRow> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.tenantId, actor.tenantId), eq(offers.id, offerId), eq(offers.memberId, actor.id)));
  if (!row) throw new NotFoundError("offer");
  if (row.outcome !== null || row.expiresAt <= now) throw offerIsOver();
  return row;
}

export function offerIsOver(): ConflictError {
  return new ConflictError("This offer is over.", {
    code: "offer_over",
    nextStep: "Wait for the next one.",
  });
}

export async function getMyOfferOrNull(tx: Transaction, actor: Actor): Promise<OfferRow | null> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.tenantId, actor.tenantId), eq(offers.memberId, actor.id), isNull(offers.outcome)));
  return row ?? null;
}
