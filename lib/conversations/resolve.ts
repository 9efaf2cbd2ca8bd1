import { and, eq, ne } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { findConversation } from "./find";
import { readSummary } from "./read";
import type { ConversationSummary } from "./types";

/** Resolving what is resolved already changes nothing: the asker wanted just that. */
export async function resolveConversation(
  actor: Actor,
  input: { conversationId: string },
): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const { id, contactId, channelId, departmentId } = await findConversation(tx, actor, input.conversationId);
    const [resolved] = await tx
      .update(conversations)
      .set({ state: "resolved", resolvedAt: new Date(), waitingSince: null, unreadCount: 0 })
      .where(
        and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, id), ne(conversations.state, "resolved")),
      )
      .returning({ id: conversations.id });
    if (resolved) {
      const refs = { conversationId: id, contactId, channelId, departmentId };
      await recordEvent(tx, actor, { type: "conversation.resolved", ...refs });
    }
    return readSummary(tx, actor, id);
  });
}
