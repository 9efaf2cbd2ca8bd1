import { and, eq, isNull, lte, or, type SQL } from "drizzle-orm";
import { serviceLevels } from "@/db/schema";
import { withSystem } from "@/db/system";
import { systemActor } from "@/lib/auth";
import { withConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { eachAlone } from "@/lib/jobs";
import { levelEvent } from "@/lib/service-levels/apply";
import { settleLevels } from "@/lib/service-levels/follow";

const BATCH = 100;

/**
 * Tells of promises at risk and of those that were not kept, each once, however many engines do this at once. Answers
 * whether there may be more.
 */
export async function markDue(now: Date = new Date()): Promise<boolean> {
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId: serviceLevels.tenantId, conversationId: serviceLevels.conversationId })
      .from(serviceLevels)
      .where(and(runs(), or(isMissed(now), isAtRisk(now))))
      .orderBy(serviceLevels.dueAt)
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  const unique = new Map(due.map((each) => [each.conversationId, each]));
  await eachAlone("A service level", unique.values(), (each) =>
    markConversation(each.tenantId, each.conversationId, now),
  );
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
    for (const level of missed) await recordEvent(tx, actor, levelEvent(row, "missed", level));
    for (const level of warned) await recordEvent(tx, actor, levelEvent(row, "warned", level));
  });
}

function runs(): SQL | undefined {
  return and(isNull(serviceLevels.metAt), isNull(serviceLevels.cancelledAt));
}

function isMissed(now: Date): SQL | undefined {
  return and(isNull(serviceLevels.missedAt), lte(serviceLevels.dueAt, now));
}

function isAtRisk(now: Date): SQL | undefined {
  return and(isNull(serviceLevels.warnedAt), lte(serviceLevels.warnAt, now));
}
