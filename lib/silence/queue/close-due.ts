import { and, eq, isNull, lte, or } from "drizzle-orm";
import { silences } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, resolveLocked, withConversation } from "@/lib/conversations";
import { causesOf, recordEvent } from "@/lib/events";
import { eachDue, isNotPutOff } from "@/lib/jobs";
import { sendNotice } from "@/lib/messages";
import { keepSilence } from "@/lib/silence/follow";
import { silenceSettingsOf } from "@/lib/silence/settings/read";
import { isOfActiveTenant } from "@/lib/tenants";
import { MINUTE } from "@/lib/time";
import { tenantSealer } from "@/lib/vault";

const BATCH = 100;
const WORK = "silence.due";

/** Says that a silent conversation is about to close, and closes it. Any number of engines do this at once. */
export async function closeDue(now: Date = new Date()): Promise<boolean> {
  const { tenantId, conversationId, warnAt, warnedAt, closeAt } = silences;
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId, itemId: conversationId })
      .from(silences)
      .where(
        and(
          or(lte(closeAt, now), and(isNull(warnedAt), lte(warnAt, now))),
          isNotPutOff(WORK, tenantId, conversationId, now),
          isOfActiveTenant(tenantId),
        ),
      )
      .orderBy(closeAt)
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  await eachDue(WORK, due, (each) => warnOrClose(each.tenantId, each.itemId, now));
  return due.length === BATCH;
}

/**
 * Under the lock that whatever the customer writes takes too: who was quicker decides. What is written after the end
 * reopens the conversation.
 */
async function warnOrClose(tenantId: string, conversationId: string, now: Date): Promise<void> {
  const actor = systemActor(tenantId, "silence");
  const seal = await tenantSealer(tenantId);
  await withConversation(actor, conversationId, async (tx, row) => {
    const silence = await keepSilence(tx, row, null);
    if (!silence) return;
    const settings = await silenceSettingsOf(tx, tenantId, row.departmentId);
    const isWarned = silence.warnedAt !== null || silence.warnAt === null;
    if (!isWarned && silence.warnAt !== null && silence.warnAt <= now) {
      if (await warn(tx, actor, { row, text: settings?.warning ?? "", seal })) {
        // Who is told late, since nothing ran in between, still has the time that was promised.
        const closeAt = new Date(Math.max(+silence.closeAt, +now + (settings?.warnBeforeMinutes ?? 0) * MINUTE));
        return setWarned(tx, row, { warnedAt: now, closeAt });
      }
      await setWarned(tx, row, { warnedAt: now, closeAt: silence.closeAt });
    }
    if (silence.closeAt > now) return;
    const causes = await causesOf(
      tx,
      actor,
      [{ conversationId: row.id, since: silence.since }],
      ["conversation.reopened"],
    );
    const closer = systemActor(tenantId, "silence", causes.get(row.id));
    await resolveLocked(tx, closer, row, { reason: settings?.closingReason ?? undefined });
    await tx.delete(silences).where(ofRow(row));
  });
}

type Warning = { row: ConversationRow; text: string; seal: Awaited<ReturnType<typeof tenantSealer>> };

/** False where nothing may be said, such as after the service window: then it closes without words. */
async function warn(tx: Transaction, actor: Actor, { row, text, seal }: Warning): Promise<boolean> {
  const origin = { kind: "automation", by: "silence", id: row.departmentId, name: "" } as const;
  const refusal = await sendNotice(tx, actor, { conversationId: row.id, text, origin, seal });
  if (refusal) return false;
  const { id: conversationId, contactId, channelId, departmentId } = row;
  await recordEvent(tx, actor, {
    type: "conversation.silenceWarned",
    ...{ conversationId, contactId, channelId, departmentId },
  });
  return true;
}

async function setWarned(tx: Transaction, row: ConversationRow, set: { warnedAt: Date; closeAt: Date }): Promise<void> {
  await tx.update(silences).set(set).where(ofRow(row));
}

function ofRow(row: ConversationRow) {
  return and(eq(silences.tenantId, row.tenantId), eq(silences.conversationId, row.id));
}
