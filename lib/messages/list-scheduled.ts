import { and, asc, eq } from "drizzle-orm";
import { messages, outbox } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { assembleMessages, selectMessages } from "./assemble";
import type { Message } from "./types";

/** What is to be sent later in a conversation, the earliest first. A limit on how many keeps it to one page. */
export async function listScheduledMessages(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<{ items: Message[] }> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const rows = await selectMessages(tx)
      .where(
        and(
          eq(outbox.tenantId, actor.tenantId),
          eq(outbox.conversationId, conversationId),
          eq(outbox.state, "scheduled"),
        ),
      )
      .orderBy(asc(messages.scheduledFor), asc(messages.id));
    return { items: await assembleMessages(tx, actor.tenantId, rows) };
  });
}
