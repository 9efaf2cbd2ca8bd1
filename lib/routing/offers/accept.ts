import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation, findConversation, readSummary, toldOf } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { lockMyself } from "@/lib/routing/lock-myself";
import { endOffer } from "./end";
import { findMyOffer, offerIsOver } from "./find";

/** Of who accepts and the clock, whoever comes first decides. */
export async function acceptOffer(actor: Actor, { offerId }: { offerId: string }): Promise<ConversationSummary> {
  authorize(actor, "queues.take");
  return withTenant(actor, async (tx) => {
    const now = new Date();
    await lockMyself(tx, actor);
    const { conversationId, memberId, decisionId } = await findMyOffer(tx, actor, offerId, now);
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    if (before.state !== "queued") throw offerIsOver();
    const { contactId, channelId, departmentId } = before;
    const offer = { id: offerId, conversationId, memberId, contactId, channelId, departmentId };
    if (!(await endOffer(tx, actor, offer, "accepted", now))) throw offerIsOver();
    const told = await toldOf(tx, actor, decisionId);
    await changeConversation(tx, actor, before, { state: "open", assigneeId: actor.id }, { told });
    return readSummary(tx, actor, conversationId);
  });
}
