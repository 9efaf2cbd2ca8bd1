import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { conversations, members, undoSteps } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation } from "@/lib/conversations/change";
import { factsOf } from "@/lib/conversations/facts";
import type { ConversationRow } from "@/lib/conversations/find";
import { getLivingOrNull } from "@/lib/conversations/living";
import { setLabels } from "@/lib/conversations/set-labels";
import type { ConversationFacts } from "@/lib/conversations/types";
import { NotFoundError } from "@/lib/errors";
import { nameOf, UNDO_WITHIN_MS } from "./keep";
import { isAsLeft } from "./same";

type Outcome = { undone: number; changedSince: number };

/**
 * Takes back what the asker did a moment ago, also where they gave a conversation out of their own sight. A conversation
 * that somebody has changed since stays as it is.
 */
export async function undoAct(actor: Actor, { undoId }: { undoId: string }): Promise<Outcome> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const steps = await tx
      .delete(undoSteps)
      .where(
        and(
          eq(undoSteps.tenantId, actor.tenantId),
          eq(undoSteps.undoId, undoId),
          eq(undoSteps.actor, nameOf(actor)),
          gt(undoSteps.at, new Date(Date.now() - UNDO_WITHIN_MS)),
        ),
      )
      .returning();
    if (steps.length === 0) throw new NotFoundError("undo");
    const outcome: Outcome = { undone: 0, changedSince: 0 };
    const active = await activeAmong(
      tx,
      actor,
      steps.map(({ before }) => before.assigneeId),
    );
    // In the order of ids, as whoever else locks several.
    for (const step of steps.toSorted((one, other) => (one.conversationId < other.conversationId ? -1 : 1))) {
      if (await takeBack(tx, actor, step, active)) outcome.undone += 1;
      else outcome.changedSince += 1;
    }
    return outcome;
  });
}

type Step = typeof undoSteps.$inferSelect;

async function takeBack(tx: Transaction, actor: Actor, step: Step, active: Set<string>): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, step.conversationId)))
    .for("update");
  if (!row || !isAsLeft(await factsOf(tx, row), step.after)) return false;
  if (step.before.assigneeId !== null && !active.has(step.before.assigneeId)) return false;
  if (!(await mayLiveAgain(tx, row, step.before))) return false;
  await setLabels(tx, actor, row, step.before.labelIds, { undone: true });
  await changeConversation(tx, actor, row, rowOf(step.before, step.after), {
    told: { undone: true },
    by: { way: "undone" },
  });
  return true;
}

function rowOf(before: ConversationFacts, after: ConversationFacts) {
  const wasEnded = before.state !== "resolved" && after.state === "resolved";
  return {
    state: before.state,
    assigneeId: before.assigneeId,
    departmentId: before.departmentId,
    snoozedUntil: dateOf(before.snoozedUntil),
    priority: before.priority,
    spamAt: dateOf(before.spamAt),
    resolvedAt: dateOf(before.resolvedAt),
    closingReason: before.closingReason,
    closingNote: before.closingNote,
    // Elsewhere these are the customer's doing: they may have written since.
    ...(wasEnded ? { waitingSince: dateOf(before.waitingSince), unreadCount: before.unreadCount } : {}),
  };
}

/** The customer may have a newer conversation by now. */
async function mayLiveAgain(tx: Transaction, row: ConversationRow, before: ConversationFacts): Promise<boolean> {
  if (row.state !== "resolved" || before.state === "resolved") return true;
  return (await getLivingOrNull(tx, row)) === null;
}

/** Who is still there to have a conversation; kept so until the end, and locked before any conversation. */
async function activeAmong(tx: Transaction, { tenantId }: Actor, ids: (string | null)[]): Promise<Set<string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Set();
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), inArray(members.id, wanted), eq(members.status, "active")))
    .orderBy(asc(members.id))
    .for("share");
  return new Set(rows.map(({ id }) => id));
}

function dateOf(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
