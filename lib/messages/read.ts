import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { assembleMessages, selectMessages } from "./assemble";
import type { Message } from "./types";

export async function readMessage(
  actor: Actor,
  input: { conversationId: string; messageId: string },
): Promise<Message> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, input.conversationId);
    return assembleMessage(tx, actor, input.conversationId, input.messageId);
  });
}

/** For callers that have found the conversation. @throws {NotFoundError} when the message is not in it */
export async function assembleMessage(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  conversationId: string,
  messageId: string,
): Promise<Message> {
  const rows = await selectMessages(tx).where(
    and(eq(messages.tenantId, tenantId), eq(messages.conversationId, conversationId), eq(messages.id, messageId)),
  );
  const [message] = await assembleMessages(tx, tenantId, rows);
  if (!message) throw new NotFoundError("message");
  return message;
}
