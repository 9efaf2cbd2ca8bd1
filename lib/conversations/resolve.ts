import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation } from "./change";
import { type Closing, refuseUnexplained } from "./closing";
import { type ConversationRow, findConversation } from "./find";
import { readSummary } from "./read";
import type { ResolveConversation } from "./schemas";
import type { ConversationSummary } from "./types";

type Input = z.output<typeof ResolveConversation.input>;

/** Resolving what is resolved already changes nothing: the asker wanted just that. */
export async function resolveConversation(actor: Actor, input: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  const { conversationId, reason, note, undoId } = input;
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    if (before.state !== "resolved") {
      await refuseUnexplained(tx, before, { reason, note });
      await resolveLocked(tx, actor, before, { reason, note, undoId });
    }
    return readSummary(tx, actor, conversationId);
  });
}

/** Ends a conversation that the caller has locked and that is not resolved; the software needs to give no reason. */
export async function resolveLocked(
  tx: Transaction,
  actor: Actor,
  before: ConversationRow,
  { reason, note, undoId }: Closing & { undoId?: string | undefined },
): Promise<void> {
  const changes = {
    state: "resolved",
    resolvedAt: new Date(),
    snoozedUntil: null,
    waitingSince: null,
    unreadCount: 0,
    closingReason: reason ?? null,
    closingNote: note ?? null,
  } as const;
  await changeConversation(tx, actor, before, changes, { undoId });
}
