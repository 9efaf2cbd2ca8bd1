import { and, eq, isNull, sql } from "drizzle-orm";
import { messages, surveys } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { type ConversationRow, withConversation } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { MINUTE } from "@/lib/time";
import { surveySettingsOf } from "./settings/read";

/** After a conversation ended its customer is to be asked, once; after it was opened again, not yet. */
export async function planSurvey(actor: Actor, conversationId: string): Promise<void> {
  await withConversation(actor, conversationId, async (tx, row) => {
    if (row.state !== "resolved" || row.spamAt !== null) return forgetPlan(tx, row);
    const settings = await surveySettingsOf(tx, row.tenantId, row.departmentId);
    if (!settings?.isActive || row.owner !== "us" || !(await didBothSpeak(tx, row))) return;
    const { tenantId, contactId, departmentId, assigneeId, resolvedAt } = row;
    await tx
      .insert(surveys)
      .values({
        ...{ tenantId, id: newId(), conversationId, contactId, departmentId },
        memberId: assigneeId,
        asksComment: settings.commentQuestion !== null,
        dueAt: new Date((resolvedAt ?? new Date()).getTime() + settings.afterMinutes * MINUTE),
      })
      .onConflictDoNothing();
  });
}

async function forgetPlan(tx: Transaction, { tenantId, id }: ConversationRow): Promise<void> {
  const own = and(eq(surveys.tenantId, tenantId), eq(surveys.conversationId, id));
  await tx.delete(surveys).where(and(own, isNull(surveys.askedAt), isNull(surveys.droppedReason)));
}

/** There is nothing to judge where nobody asked, or nobody answered. */
async function didBothSpeak(tx: Transaction, { tenantId, id }: ConversationRow): Promise<boolean> {
  const [found] = await tx
    .select({
      wrote: sql<boolean>`coalesce(bool_or(${messages.author} = 'contact'), false)`,
      answered: sql<boolean>`coalesce(bool_or(${messages.author} in ('member', 'api', 'phone_app')), false)`,
    })
    .from(messages)
    .where(and(eq(messages.tenantId, tenantId), eq(messages.conversationId, id)));
  return found?.wrote === true && found.answered;
}
