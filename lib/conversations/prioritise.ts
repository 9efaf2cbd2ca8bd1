import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation } from "./change";
import { findConversation } from "./find";
import { readSummary } from "./read";
import type { ConversationSummary, Priority } from "./types";

type Input = { conversationId: string; priority: Priority; undoId?: string | undefined };

export async function prioritiseConversation(actor: Actor, input: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  const { conversationId, priority, undoId } = input;
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    if (before.priority !== priority) await changeConversation(tx, actor, before, { priority }, { undoId });
    return readSummary(tx, actor, conversationId);
  });
}
