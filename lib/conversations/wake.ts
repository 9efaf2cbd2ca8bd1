import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation } from "./change";
import { type ConversationRow, findConversation } from "./find";
import { isGivenOut } from "./given-out";
import { readSummary } from "./read";
import type { ConversationSummary } from "./types";

type Input = { conversationId: string; undoId?: string | undefined };

/** Ends a snooze by hand. */
export async function wakeConversation(actor: Actor, { conversationId, undoId }: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    if (before.state === "snoozed") await wake(tx, actor, before, { by: "member", undoId });
    return readSummary(tx, actor, conversationId);
  });
}

/**
 * Back to whoever has it, else to the queue; a conversation that slept comes to the head of the lists. What wakes by
 * itself where routing gives out goes to the queue: whoever had it may have no room by now.
 */
export async function wake(
  tx: Transaction,
  actor: Actor,
  before: ConversationRow,
  { by, undoId }: { by: "member" | "timer"; undoId?: string | undefined },
): Promise<void> {
  const isRouted = by === "timer" && (await isGivenOut(tx, before));
  const assigneeId = isRouted ? null : before.assigneeId;
  const state = assigneeId === null ? "queued" : "open";
  const lastActivityAt = new Date(Math.max(Date.now(), before.lastActivityAt.getTime()));
  const changes = { state, assigneeId, snoozedUntil: null, lastActivityAt } as const;
  await changeConversation(tx, actor, before, changes, { undoId, told: { by } });
}
