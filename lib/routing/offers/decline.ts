import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { endOffer } from "./end";
import { findMyOffer, offerIsOver } from "./find";

/** It goes to the next one, and comes back only when all have declined. */
export async function declineOffer(actor: Actor, { offerId }: { offerId: string }): Promise<Record<string, never>> {
  authorize(actor, "queues.take");
  return withTenant(actor, async (tx) => {
    const now = new Date();
    const { id, conversationId, memberId } = await findMyOffer(tx, actor, offerId, now);
    const { contactId, channelId, departmentId } = await findConversation(tx, actor, conversationId);
    const offer = { id, conversationId, memberId, contactId, channelId, departmentId };
    if (!(await endOffer(tx, actor, offer, "declined", now))) throw offerIsOver();
    return {};
  });
}
