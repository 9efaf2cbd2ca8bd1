import { and, eq, sql } from "drizzle-orm";
import { queueTimes } from "@/db/queue-times";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import type { HandWay, Through } from "@/lib/routing/types";
import { decideGiven } from "./decisions/given";
import { keepDecisions, type Told } from "./decisions/keep";
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
  /** By which way it changes hands, where that is more than a click on just this one. */
  by?: By | undefined;
};

export type By = { way?: HandWay; through?: Through };

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

/** Whoever gets it without a decision of routing gets it by somebody's hand: that is kept as well. */
async function decideByHand(
  tx: Transaction,
  actor: Actor,
  before: ConversationRow,
  { assigneeId, departmentId = before.departmentId }: Changes,
  { told, by = {} }: Options,
): Promise<Told | undefined> {
  if (!assigneeId || assigneeId === before.assigneeId || told?.decisionId !== undefined) return undefined;
  const { way = wayOf(actor, before, assigneeId), through = null } = by;
  const now = new Date();
  const given = { conversationId: before.id, departmentId, memberId: assigneeId, way, through };
  const [kept] = await keepDecisions(tx, actor, await decideGiven(tx, actor, [given], now), now);
  return kept;
}

function wayOf(actor: Actor, before: ConversationRow, assigneeId: string): HandWay {
  const isOthers = before.assigneeId !== null;
  if (assigneeId === actor.id) return isOthers ? "takenOver" : "claimed";
  return isOthers ? "transferred" : "assigned";
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
  options: Options = {},
): Promise<ConversationRow> {
  const { undoId, told } = options;
  const decided = await decideByHand(tx, actor, before, changes, options);
  const [after] = await tx
    .update(conversations)
    .set({ ...queueTimesAfter(changes), ...changes, ...lastHands(changes) })
    .where(and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, before.id)))
    .returning();
  if (!after) throw new NotFoundError("conversation");
  await recordEvents(tx, actor, eventsBetween(before, after, { ...told, ...decided }));
  if (undoId) {
    const labelIds = await labelIdsOf(tx, after);
    const facts = (row: ConversationRow) => ({ ...factsOfRow(row), labelIds });
    await keepUndo(tx, actor, { undoId, conversationId: after.id, before: facts(before), after: facts(after) });
  }
  return after;
}
