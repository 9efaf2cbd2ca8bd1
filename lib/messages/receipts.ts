import { and, desc, eq, isNotNull } from "drizzle-orm";
import { channels, messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { graphOf } from "@/lib/channels";
import { findConversation } from "@/lib/conversations";
import { log } from "@/lib/log";

/**
 * Tells the customer that the thread was read, where the channel does so: the newest message also marks those before
 * it. Best effort and not waited for: an agent's reading never hangs on Meta.
 */
export async function sendReadReceipt(actor: Actor, conversationId: string): Promise<void> {
  await tell(actor, conversationId, { typing: false });
}

/** Shows the customer for up to 25 seconds that an answer is being written. Meta has no typing without a read receipt. */
export async function sendTyping(actor: Actor, conversationId: string): Promise<void> {
  await tell(actor, conversationId, { typing: true });
}

async function tell(actor: Actor, conversationId: string, { typing }: { typing: boolean }): Promise<void> {
  authorize(actor, "conversations.answer");
  const latest = await findLatest(actor, conversationId);
  if (!latest?.tokenSealed || !latest.wamid || !latest.sendsReadReceipts || latest.state !== "active") return;
  const { tokenSealed, phoneNumberId, wamid, channelId } = latest;
  graphOf({ tenantId: actor.tenantId, channelId, tokenSealed })
    .then((graph) => graph.markRead(phoneNumberId, wamid, { typing }))
    .then((result) => {
      if (!result.ok) log().warn({ code: result.error.code, channelId, typing }, "A read receipt was not taken.");
    })
    .catch((error: unknown) => log().warn({ error, channelId, typing }, "A read receipt could not be sent."));
}

async function findLatest(actor: Actor, conversationId: string) {
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId);
    if (conversation.owner === "other") return undefined;
    const [latest] = await tx
      .select({
        wamid: messages.wamid,
        channelId: channels.id,
        phoneNumberId: channels.phoneNumberId,
        tokenSealed: channels.tokenSealed,
        sendsReadReceipts: channels.sendsReadReceipts,
        state: channels.state,
      })
      .from(messages)
      .innerJoin(channels, and(eq(channels.tenantId, messages.tenantId), eq(channels.id, messages.channelId)))
      .where(
        and(
          eq(messages.tenantId, actor.tenantId),
          eq(messages.conversationId, conversation.id),
          eq(messages.direction, "in"),
          isNotNull(messages.wamid),
        ),
      )
      .orderBy(desc(messages.at), desc(messages.id))
      .limit(1);
    return latest;
  });
}
