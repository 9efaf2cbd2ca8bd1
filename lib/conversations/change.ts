import { and, eq, sql } from "drizzle-orm";
import { queueTimes } from "@/db/queue-times";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import { eventsBetween } from "./events-between";
import { factsOfRow, labelIdsOf } from "./facts";
import type { ConversationRow } from "./find";
import { keepUndo } from "./undo/keep";

type Changes = Partial<
  Pick<
    ConversationRow,
    | "state"
    | "assigneeId"
    | "departmentId"
    | "snoozedUntil"
    | "priority"
    | "spamAt"
    | "resolvedAt"
    | "closingReason"
    | "closingNote"
    | "waitingSince"
    | "unreadCount"
    | "lastActivityAt"
    | "returnedAt"
    | "skillIds"
  >
>;

type Options = {
  /** Under which the asker can take it back. */
  undoId?: string | undefined;
  /** What the events say beside what changed. */
  told?: Record<string, unknown>;
};

function queueTimesAfter({ state, waitingSince }: Changes) {
  if (state === undefined) return {};
  const waiting = waitingSince ? `'${waitingSince.toISOString()}'::timestamptz` : "null";
  const times = queueTimes({
    state: `'${state}'`,
    queuedSince: "conversations.queued_since",
    returnedAt: "conversations.returned_at",
    waitingSince: waitingSince === undefined ? "conversations.waiting_since" : waiting,
  });
  return { queuedSince: sql.raw(times.queuedSince), returnedAt: sql.raw(times.returnedAt) };
}

function lastHands({ assigneeId }: Changes) {
  return assigneeId ? { lastAssigneeId: assigneeId } : {};
}

/** Changes a conversation that the caller has locked, and says what happened. */
export async function changeConversation(
  tx: Transaction,
  actor: Actor,
  before: ConversationRow,
  changes: Changes,
  { undoId, told }: Options = {},
): Promise<ConversationRow> {
  const [after] = await tx
    .update(conversations)
    .set({ ...queueTimesAfter(changes), ...changes, ...lastHands(changes) })
    .where(and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, before.id)))
    .returning();
  if (!after) throw new NotFoundError("conversation");
  await recordEvents(tx, actor, eventsBetween(before, after, told));
  if (undoId) {
    const labelIds = await labelIdsOf(tx, after);
    const facts = (row: ConversationRow) => ({ ...factsOfRow(row), labelIds });
    await keepUndo(tx, actor, { undoId, conversationId: after.id, before: facts(before), after: facts(after) });
  }
  return after;
}
