import { and, eq } from "drizzle-orm";
import { conversations, readCursors } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { findConversation } from "./find";
import { readSummary } from "./read";
import type { ConversationSummary } from "./types";

/** For later: the card shows at least one unread message again. The customer is told nothing. */
export async function markConversationUnread(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const { id, contactId, channelId, departmentId } = await findConversation(tx, actor, conversationId);
    const [marked] = await tx
      .update(conversations)
      .set({ unreadCount: 1 })
      .where(
        and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, id), eq(conversations.unreadCount, 0)),
      )
      .returning({ id: conversations.id });
    // Whoever has read it already is to see it unread again too.
    const forgotten = await tx
      .delete(readCursors)
      .where(and(eq(readCursors.tenantId, actor.tenantId), eq(readCursors.conversationId, id)));
    if (marked || forgotten.rowCount) {
      const refs = { conversationId: id, contactId, channelId, departmentId };
      await recordEvent(tx, actor, { type: "conversation.markedUnread", ...refs });
    }
    return readSummary(tx, actor, id);
  });
}
