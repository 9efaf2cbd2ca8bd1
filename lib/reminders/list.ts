import { and, asc, eq } from "drizzle-orm";
import { reminders } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import type { Reminder } from "./types";

export async function listReminders(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<{ items: Reminder[] }> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    if (actor.kind !== "member") return { items: [] };
    const rows = await tx
      .select({
        id: reminders.id,
        conversationId: reminders.conversationId,
        body: reminders.body,
        dueAt: reminders.dueAt,
      })
      .from(reminders)
      .where(
        and(
          eq(reminders.tenantId, actor.tenantId),
          eq(reminders.conversationId, conversationId),
          eq(reminders.memberId, actor.id),
        ),
      )
      .orderBy(asc(reminders.dueAt));
    return { items: rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() })) };
  });
}
