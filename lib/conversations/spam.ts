import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation } from "./change";
import { findConversation } from "./find";
import { getLivingOrNull } from "./living";
import { readSummary } from "./read";
import type { ConversationSummary } from "./types";

type Input = { conversationId: string; isSpam: boolean; undoId?: string | undefined };

/** Out of every queue and kept out, whatever else comes from there; or back to whoever had it. */
export async function markSpam(actor: Actor, { conversationId, isSpam, undoId }: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    const now = new Date();
    if (isSpam && before.spamAt === null) {
      const ended = { state: "resolved", resolvedAt: before.resolvedAt ?? now, snoozedUntil: null } as const;
      const changes = { ...ended, spamAt: now, waitingSince: null, unreadCount: 0 };
      await changeConversation(tx, actor, before, changes, { undoId });
    }
    if (!isSpam && before.spamAt !== null) {
      // With a newer conversation alive, this one is history.
      const isOver = (await getLivingOrNull(tx, before)) !== null;
      const again = { state: before.assigneeId === null ? "queued" : "open", resolvedAt: null } as const;
      await changeConversation(tx, actor, before, { spamAt: null, ...(isOver ? {} : again) }, { undoId });
    }
    return readSummary(tx, actor, conversationId);
  });
}
