import type * as z from "zod";
import { reminders } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import type { SetReminder } from "./schemas";
import type { Reminder } from "./types";
import { memberIdOf } from "./whose";

export async function setReminder(actor: Actor, input: z.output<typeof SetReminder.input>): Promise<Reminder> {
  authorize(actor, "conversations.read");
  const dueAt = new Date(input.dueAt);
  return withTenant(actor, async (tx) => {
    const { id: conversationId } = await findConversation(tx, actor, input.conversationId);
    const memberId = memberIdOf(actor);
    if (dueAt.getTime() <= Date.now()) {
      throw new InvalidError("That time is past.", { code: "reminder_in_past", nextStep: "Choose a later time." });
    }
    const reminder = { id: newId(), conversationId, body: storableText(input.body) };
    await tx.insert(reminders).values({ tenantId: actor.tenantId, ...reminder, memberId, dueAt });
    await recordEvent(tx, actor, { type: "reminder.changed", conversationId, memberId });
    return { ...reminder, dueAt: dueAt.toISOString() };
  });
}
