import { and, asc, eq, lte } from "drizzle-orm";
import { reminders } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { audienceOf, findConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { eachDue, isNotPutOff } from "@/lib/jobs";
import { putNote } from "@/lib/notes";

const BATCH = 100;
const WORK = "reminders.due";

/** Calls whoever wanted to be reminded. Any number of engines do this at once. Answers whether there may be more. */
export async function remindDue(now: Date = new Date()): Promise<boolean> {
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId: reminders.tenantId, itemId: reminders.id })
      .from(reminders)
      .where(and(lte(reminders.dueAt, now), isNotPutOff(WORK, reminders.tenantId, reminders.id, now)))
      .orderBy(asc(reminders.dueAt))
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  await eachDue(WORK, due, ({ tenantId, itemId }) => remind(tenantId, itemId));
  return due.length === BATCH;
}

/** Of engines that come to the same one, whose delete finds it writes the note. */
async function remind(tenantId: string, reminderId: string): Promise<void> {
  const actor = systemActor(tenantId, "reminders");
  await withTenant(actor, async (tx) => {
    const [reminder] = await tx
      .delete(reminders)
      .where(and(eq(reminders.tenantId, tenantId), eq(reminders.id, reminderId)))
      .returning();
    if (!reminder) return;
    const { conversationId, memberId, body } = reminder;
    const conversation = await findConversation(tx, actor, conversationId);
    await recordEvent(tx, actor, { type: "reminder.changed", conversationId, memberId });
    // Who has lost sight of the conversation since is not told of it any more.
    const audience = await audienceOf(tx, conversation);
    if (!audience.some(({ id }) => id === memberId)) return;
    await putNote(tx, actor, conversation, { body, mentionIds: [memberId] });
  });
}
