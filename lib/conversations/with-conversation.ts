import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { type ConversationRow, findConversation } from "./find";

/** What the software does with a conversation, in a transaction that holds its row; one that is gone was erased. */
export async function withConversation(
  actor: Actor,
  conversationId: string,
  effect: (tx: Transaction, row: ConversationRow) => Promise<void>,
): Promise<void> {
  await withTenant(actor, async (tx) => {
    const row = await findConversation(tx, actor, conversationId, { lock: true }).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (row) await effect(tx, row);
  });
}
