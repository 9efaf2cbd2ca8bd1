import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { visibleTo } from "./visibility";

export type ConversationRow = typeof conversations.$inferSelect;

/**
 * The only way to a conversation's row; `lock` keeps it as it is until the transaction ends.
 * @throws {NotFoundError} also when the asker may not see it.
 */
export async function findConversation(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
  { lock = false } = {},
): Promise<ConversationRow> {
  const query = tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, conversationId), visibleTo(actor)));
  const [row] = lock ? await query.for("update") : await query;
  if (!row) throw new NotFoundError("conversation");
  return row;
}
