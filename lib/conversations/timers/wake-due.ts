import { and, eq, lte } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { wake } from "@/lib/conversations/wake";

const BATCH = 100;

/** Wakes what is due. Any number of engines do this at once: each conversation wakes once. Answers whether there may be more. */
export async function wakeDue(now: Date = new Date()): Promise<boolean> {
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId: conversations.tenantId, id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.state, "snoozed"), lte(conversations.snoozedUntil, now)))
      .orderBy(conversations.snoozedUntil)
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  for (const { tenantId, id } of due) {
    const actor = systemActor(tenantId, "timers");
    await withTenant(actor, async (tx) => {
      // Looked at again: another engine, a member or the customer may have been quicker.
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
      if (before) await wake(tx, actor, before, { by: "timer" });
    });
  }
  return due.length === BATCH;
}
