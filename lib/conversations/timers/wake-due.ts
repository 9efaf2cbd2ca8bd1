import { and, eq, lte } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { wake } from "@/lib/conversations/wake";
import { causesOf } from "@/lib/events";
import { eachDue, isNotPutOff } from "@/lib/jobs";

const BATCH = 100;
const WORK = "snoozes.due";

/** Wakes what is due. Any number of engines do this at once: each conversation wakes once. Answers whether there may be more. */
export async function wakeDue(now: Date = new Date()): Promise<boolean> {
  const { tenantId, id, state, snoozedUntil } = conversations;
  const isDue = and(eq(state, "snoozed"), lte(snoozedUntil, now));
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId, itemId: id })
      .from(conversations)
      .where(and(isDue, isNotPutOff(WORK, tenantId, id, now)))
      .orderBy(snoozedUntil)
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  await eachDue(WORK, due, (each) => wakeOne(each.tenantId, each.itemId, now));
  return due.length === BATCH;
}

/** Looked at again: another engine, a member or the customer may have been quicker. */
async function wakeOne(tenantId: string, id: string, now: Date): Promise<void> {
  await withTenant({ tenantId }, async (tx) => {
    const [before] = await tx
      .select()
      .from(conversations)
      .where(
        and(
          eq(conversations.tenantId, tenantId),
          eq(conversations.id, id),
          eq(conversations.state, "snoozed"),
          lte(conversations.snoozedUntil, now),
        ),
      )
      .for("update", { skipLocked: true });
    if (!before) return;
    const causes = await causesOf(tx, { tenantId }, [{ conversationId: id }], ["conversation.snoozed"]);
    await wake(tx, systemActor(tenantId, "timers", causes.get(id)), before, { by: "timer" });
  });
}
