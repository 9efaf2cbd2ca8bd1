import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { visibleTo } from "./visibility";

export type ConversationRow = typeof conversations.$inferSelect;

/** The only way to a conversation's row. @throws {NotFoundError} also when the asker may not see it. */
export async function findConversation(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
): Promise<ConversationRow> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, conversationId), visibleTo(actor)));
  if (!row) throw new NotFoundError("conversation");
  return row;
}
