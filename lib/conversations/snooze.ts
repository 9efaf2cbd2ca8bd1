import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { serviceWindows } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize, userOf } from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import { changeConversation } from "./change";
import { type ConversationRow, findConversation } from "./find";
import { readSummary } from "./read";
import type { SnoozeConversation } from "./schemas";
import { wakeTime } from "./snooze-time";
import type { ConversationSummary } from "./types";

type Input = z.output<typeof SnoozeConversation.input>;

/** Puts a conversation aside until a time, or until the customer writes; whoever has it keeps it. */
export async function snoozeConversation(actor: Actor, input: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  const { conversationId, until, undoId } = input;
  const timeZone = input.timeZone ?? (await timeZoneOf(actor));
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    if (before.state === "resolved") {
      throw new ConflictError("This conversation is resolved.", {
        code: "conversation_resolved",
        nextStep: "Reopen it first.",
      });
    }
    const windowOpenedAt = until.kind === "window" ? await windowOf(tx, before) : null;
    const snoozedUntil = wakeTime(until, { now: new Date(), timeZone, windowOpenedAt });
    await changeConversation(
      tx,
      actor,
      before,
      { state: "snoozed", snoozedUntil },
      { undoId, told: { kind: until.kind } },
    );
    return readSummary(tx, actor, conversationId);
  });
}

/** The zone that the member chose; a key's mornings are those of UTC unless it says otherwise. */
async function timeZoneOf(actor: Actor): Promise<string> {
  return actor.kind === "member" ? (await userOf(actor)).timeZone : "UTC";
}

async function windowOf(tx: Transaction, { tenantId, contactId, channelId }: ConversationRow): Promise<Date | null> {
  const [window] = await tx
    .select({ openedAt: serviceWindows.openedAt })
    .from(serviceWindows)
    .where(
      and(
        eq(serviceWindows.tenantId, tenantId),
        eq(serviceWindows.contactId, contactId),
        eq(serviceWindows.channelId, channelId),
      ),
    );
  return window?.openedAt ?? null;
}
