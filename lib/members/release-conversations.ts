import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { queueTimes } from "@/db/queue-times";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { recordEvents } from "@/lib/events";

const STATE = "case conversations.state when 'snoozed' then 'snoozed' else 'queued' end";
const { queuedSince } = queueTimes({ state: STATE, waitingSince: "conversations.waiting_since" });

/**
 * What somebody had who leaves goes back to the queue of its department; what they had put aside sleeps on and comes to
 * the queue when it wakes. The caller has changed the member's row: nobody gives them anything meanwhile.
 */
export async function releaseConversations(tx: Transaction, actor: Actor, memberId: string): Promise<number> {
  const { tenantId } = actor;
  const held = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, tenantId),
        eq(conversations.assigneeId, memberId),
        ne(conversations.state, "resolved"),
      ),
    )
    .orderBy(asc(conversations.id))
    .for("update");
  if (held.length === 0) return 0;
  const released = await tx
    .update(conversations)
    .set({
      assigneeId: null,
      state: sql.raw(STATE),
      queuedSince: sql.raw(queuedSince),
    })
    .where(
      and(
        eq(conversations.tenantId, tenantId),
        inArray(
          conversations.id,
          held.map(({ id }) => id),
        ),
      ),
    )
    .returning();
  const previous = { previousAssigneeId: memberId, reason: "member_deactivated" };
  await recordEvents(
    tx,
    actor,
    released.map(({ id, contactId, channelId, departmentId }) => ({
      type: "conversation.queued" as const,
      ...{ conversationId: id, contactId, channelId, departmentId },
      payload: { ...previous, previousDepartmentId: departmentId },
    })),
  );
  return released.length;
}
