import { and, eq, gt } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation, readSummary } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { recordEvent } from "@/lib/events";
import { sendReadReceipt, sendTyping } from "./receipts";

/**
 * Marks a thread read for the team and the customer. A colleague who only looks in leaves it unread for the one who has
 * it.
 */
export async function markConversationRead(
  actor: Actor,
  input: { conversationId: string },
): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  const { summary, wasUnread } = await withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, input.conversationId);
    const isTheirs = conversation.assigneeId === null || conversation.assigneeId === actor.id;
    const wasUnread = isTheirs && (await clearUnread(tx, actor, conversation));
    return { summary: await readSummary(tx, actor, conversation.id), wasUnread };
  });
  if (wasUnread) await sendReadReceipt(actor, input.conversationId, "opened");
  return summary;
}

export async function showTyping(actor: Actor, input: { conversationId: string }): Promise<Record<string, never>> {
  await sendTyping(actor, input.conversationId);
  return {};
}

/** Says to the customer now that their message was read, whatever the channel does by itself. */
export async function tellRead(actor: Actor, input: { conversationId: string }): Promise<Record<string, never>> {
  await sendReadReceipt(actor, input.conversationId, "asked");
  return {};
}

async function clearUnread(tx: Transaction, actor: Actor, { id, contactId, channelId, departmentId }: ConversationRow) {
  const [cleared] = await tx
    .update(conversations)
    .set({ unreadCount: 0 })
    .where(and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, id), gt(conversations.unreadCount, 0)))
    .returning({ id: conversations.id });
  if (!cleared) return false;
  await recordEvent(tx, actor, {
    type: "conversation.read",
    conversationId: id,
    contactId,
    channelId,
    departmentId,
  });
  return true;
}
