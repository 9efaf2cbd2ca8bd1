import { and, eq, isNull, lte, or, type SQL } from "drizzle-orm";
import { serviceLevels } from "@/db/schema";
import { withSystem } from "@/db/system";
import { systemActor } from "@/lib/auth";
import { withConversation } from "@/lib/conversations";
import { causesOf, recordEvents } from "@/lib/events";
import { eachDue, isNotPutOff } from "@/lib/jobs";
import { levelEvent } from "@/lib/service-levels/apply";
import { settleLevels } from "@/lib/service-levels/follow";

const BATCH = 100;
const WORK = "serviceLevels.due";

/**
 * Tells of promises at risk and of those that were not kept, each once, however many engines do this at once. Answers
 * whether there may be more.
 */
export async function markDue(now: Date = new Date()): Promise<boolean> {
  const { tenantId, conversationId } = serviceLevels;
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId, itemId: conversationId })
      .from(serviceLevels)
      .where(and(runs(), or(isMissed(now), isAtRisk(now)), isNotPutOff(WORK, tenantId, conversationId, now)))
      .orderBy(serviceLevels.dueAt)
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  const unique = new Map(due.map((each) => [each.itemId, each]));
  await eachDue(WORK, unique.values(), (each) => markConversation(each.tenantId, each.itemId, now));
  return due.length === BATCH;
}

/** The conversation is looked at first: an answer that the reader has not come to yet was given in time. */
async function markConversation(tenantId: string, conversationId: string, now: Date): Promise<void> {
  const actor = systemActor(tenantId, "serviceLevels");
  await withConversation(actor, conversationId, async (tx, row) => {
    await settleLevels(tx, actor, row, { at: now, now });
    const here = and(eq(serviceLevels.tenantId, tenantId), eq(serviceLevels.conversationId, conversationId), runs());
    const missed = await tx
      .update(serviceLevels)
      .set({ missedAt: now, warnedAt: now })
      .where(and(here, isMissed(now)))
      .returning();
    const warned = await tx
      .update(serviceLevels)
      .set({ warnedAt: now })
      .where(and(here, isAtRisk(now)))
      .returning();
    if (missed.length + warned.length === 0) return;
    const asked = [{ conversationId, since: row.waitingSince ?? now }];
    const causes = await causesOf(tx, actor, asked, movedBy);
    await recordEvents(tx, systemActor(tenantId, actor.id, causes.get(conversationId)), [
      ...missed.map((level) => levelEvent(row, "missed", level)),
      ...warned.map((level) => levelEvent(row, "warned", level)),
    ]);
  });
}

/** What brought this wait of the customer's to where it is now: a miss goes on in the chain of a rule that did. */
const movedBy = [
  "conversation.transferred",
  "conversation.queued",
  "conversation.woken",
  "conversation.reopened",
] as const;

function runs(): SQL | undefined {
  return and(isNull(serviceLevels.metAt), isNull(serviceLevels.cancelledAt));
}

function isMissed(now: Date): SQL | undefined {
  return and(isNull(serviceLevels.missedAt), lte(serviceLevels.dueAt, now));
}

function isAtRisk(now: Date): SQL | undefined {
  return and(isNull(serviceLevels.warnedAt), lte(serviceLevels.warnAt, now));
}
