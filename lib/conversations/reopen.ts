import { and, eq, ne } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { ConflictError, sqlStateOf } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { type ConversationRow, findConversation } from "./find";
import { readSummary } from "./read";
import type { ConversationSummary } from "./types";

/** Opens a resolved conversation again, in the hands of the member who asks; a key puts it in the queue. */
export async function reopenConversation(
  actor: Actor,
  input: { conversationId: string },
): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  try {
    return await reopen(actor, input);
  } catch (error) {
    // Somebody, or the customer, was quicker between the look and the change: look again and say which one is open.
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    return reopen(actor, input);
  }
}

const UNIQUE_VIOLATION = "23505";

async function reopen(actor: Actor, input: { conversationId: string }): Promise<ConversationSummary> {
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, input.conversationId);
    if (before.state !== "resolved") return readSummary(tx, actor, before.id);
    await refuseSecond(tx, actor, before);
    const assigneeId = actor.kind === "member" ? actor.id : null;
    const [reopened] = await tx
      .update(conversations)
      .set({ state: assigneeId ? "open" : "queued", assigneeId, resolvedAt: null, lastActivityAt: new Date() })
      .where(
        and(
          eq(conversations.tenantId, actor.tenantId),
          eq(conversations.id, before.id),
          eq(conversations.state, "resolved"),
        ),
      )
      .returning({ id: conversations.id });
    if (reopened) {
      const { id, contactId, channelId, departmentId } = before;
      const refs = { conversationId: id, contactId, channelId, departmentId, memberId: assigneeId };
      const payload = { previousAssigneeId: before.assigneeId, previousDepartmentId: departmentId };
      await recordEvent(tx, actor, { type: "conversation.reopened", ...refs, payload });
    }
    return readSummary(tx, actor, before.id);
  });
}

/** The customer may have begun anew since: a contact has one living conversation on a channel. */
async function refuseSecond(tx: Transaction, actor: Actor, { contactId, channelId }: ConversationRow): Promise<void> {
  const [living] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, actor.tenantId),
        eq(conversations.contactId, contactId),
        eq(conversations.channelId, channelId),
        ne(conversations.state, "resolved"),
      ),
    );
  if (!living) return;
  throw new ConflictError("A newer conversation with this contact is open.", {
    code: "newer_conversation_open",
    details: { conversationId: living.id },
    nextStep: "Go on in the newer one.",
  });
}
