import { and, eq } from "drizzle-orm";
import { reminders } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { memberIdOf } from "./whose";

type Place = { conversationId: string; reminderId: string };

export async function removeReminder(
  actor: Actor,
  { conversationId, reminderId }: Place,
): Promise<Record<string, never>> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const memberId = memberIdOf(actor);
    const [gone] = await tx
      .delete(reminders)
      .where(
        and(
          eq(reminders.tenantId, actor.tenantId),
          eq(reminders.id, reminderId),
          eq(reminders.conversationId, conversationId),
          eq(reminders.memberId, memberId),
        ),
      )
      .returning({ id: reminders.id });
    if (!gone) throw new NotFoundError("reminder");
    await recordEvent(tx, actor, { type: "reminder.changed", conversationId, memberId });
    return {};
  });
}
