import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { ConflictError, isDuplicate } from "@/lib/errors";
import { changeConversation } from "./change";
import { type ConversationRow, findConversation } from "./find";
import { getLivingOrNull } from "./living";
import { readSummary } from "./read";
import type { ConversationSummary } from "./types";

type Input = { conversationId: string };

/** Opens a resolved conversation again, in the hands of the member who asks; a key puts it in the queue. */
export async function reopenConversation(actor: Actor, input: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  try {
    return await reopen(actor, input);
  } catch (error) {
    // Somebody, or the customer, was quicker between the look and the change: look again and say which one is open.
    if (!isDuplicate(error)) throw error;
    return reopen(actor, input);
  }
}

async function reopen(actor: Actor, { conversationId }: Input): Promise<ConversationSummary> {
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    if (before.state === "resolved") {
      await refuseSecond(tx, before);
      const assigneeId = actor.kind === "member" ? actor.id : null;
      const state = assigneeId ? "open" : "queued";
      const open = { state, assigneeId, resolvedAt: null, lastActivityAt: new Date() } as const;
      const changes = { ...open, spamAt: null, closingReason: null, closingNote: null };
      await changeConversation(tx, actor, before, changes, { by: { way: "reopened" } });
    }
    return readSummary(tx, actor, conversationId);
  });
}

/** The customer may have begun anew since: a contact has one living conversation on a channel. */
async function refuseSecond(tx: Transaction, before: ConversationRow): Promise<void> {
  const living = await getLivingOrNull(tx, before);
  if (!living) return;
  throw new ConflictError("A newer conversation with this contact is open.", {
    code: "newer_conversation_open",
    details: { conversationId: living.id },
    nextStep: "Go on in the newer one.",
  });
}
