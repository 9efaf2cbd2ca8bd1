import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { findConversation } from "./find";
import { selectSummaries, toSummary } from "./summary";
import type { ConversationSummary } from "./types";

export async function readConversation(actor: Actor, input: { conversationId: string }): Promise<ConversationSummary> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const { id } = await findConversation(tx, actor, input.conversationId);
    return readSummary(tx, actor, id);
  });
}

/** For verbs, after their change: the asker has been let in already and may just have given the conversation away. */
export async function readSummary(tx: Transaction, actor: Actor, conversationId: string): Promise<ConversationSummary> {
  const [row] = await selectSummaries(tx, actor).where(
    and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, conversationId)),
  );
  if (!row) throw new NotFoundError("conversation");
  return toSummary(row);
}
