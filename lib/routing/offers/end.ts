import { and, eq, isNull } from "drizzle-orm";
import { offers } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import type { OfferOutcome } from "@/lib/routing/types";

export type StandingOffer = {
  id: string;
  conversationId: string;
  memberId: string;
  contactId: string;
  channelId: string;
  departmentId: string | null;
};

/** Ends an offer that stands. False when it had ended already: who accepts and the clock may come together. */
export async function endOffer(
  tx: Transaction,
  actor: Actor,
  { id, ...refs }: StandingOffer,
  outcome: OfferOutcome,
  endedAt: Date,
): Promise<boolean> {
  const ended = await tx
    .update(offers)
    .set({ outcome, endedAt })
    .where(and(eq(offers.tenantId, actor.tenantId), eq(offers.id, id), isNull(offers.outcome)))
    .returning({ id: offers.id });
  if (ended.length === 0) return false;
  const { conversationId, memberId, contactId, channelId, departmentId } = refs;
  const ids = { conversationId, memberId, contactId, channelId, departmentId };
  await recordEvent(tx, actor, { type: "conversation.offerEnded", ...ids, payload: { offerId: id, outcome } });
  return true;
}
