import { and, eq } from "drizzle-orm";
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

/** A place in a queue is kept until somebody takes it; whoever comes into one anew waits since the customer does. */
function placeInQueue(before: ConversationRow, { state, waitingSince = before.waitingSince }: Changes) {
  if (state === undefined || (state === "queued" && before.state === "queued")) return {};
  if (state !== "queued") return { queuedSince: null, returnedAt: null };
  return { queuedSince: waitingSince ?? new Date() };
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
    .set({ ...changes, ...placeInQueue(before, changes), ...lastHands(changes) })
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
