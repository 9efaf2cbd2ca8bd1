import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations";
import { ConflictError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { restoreOurReactions } from "./reactions";
import { assembleMessage } from "./read";
import type { Message } from "./types";

type Input = { conversationId: string; messageId: string };

/** Takes back what has not left: held for a moment, scheduled, or waiting for its turn. Whoever comes first, wins. */
export async function cancelMessage(actor: Actor, { conversationId, messageId }: Input): Promise<Message> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId, { lock: true });
    const before = await assembleMessage(tx, actor, conversationId, messageId);
    if (before.status === "cancelled") return before;
    if (!(await takeFromOutbox(tx, actor, messageId))) throw tooLate(before);
    await tx.$client.query("update messages set status = 'cancelled' where tenant_id = $1 and id = $2", [
      actor.tenantId,
      messageId,
    ]);
    if (before.type === "reaction") await restoreOurReactions(tx, actor.tenantId, [messageId]);
    if (before.status !== "scheduled") await forgetAnswer(tx, conversation);
    const { contactId, channelId, departmentId } = conversation;
    await recordEvent(tx, actor, {
      type: "message.cancelled",
      ...{ conversationId, contactId, channelId, departmentId, messageId },
      payload: { type: before.type, status: "cancelled" },
    });
    return assembleMessage(tx, actor, conversationId, messageId);
  });
}

/** Never one that may be on its way to Meta: those are `sending` or `ambiguous`. */
async function takeFromOutbox(tx: Transaction, { tenantId }: Actor, messageId: string): Promise<boolean> {
  const { rowCount } = await tx.$client.query(
    `delete from outbox where tenant_id = $1 and message_id = $2 and state in ('scheduled', 'queued', 'retry_wait')`,
    [tenantId, messageId],
  );
  return rowCount === 1;
}

/** The conversation as it stands without the message: its last one, and the customer who waits again. */
async function forgetAnswer(tx: Transaction, { tenantId, id }: ConversationRow): Promise<void> {
  const inThread = `m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.type <> 'reaction'
    and m.status not in ('scheduled', 'cancelled')`;
  await tx.$client.query(
    `update conversations c set
       last_message_id = (select m.id from messages m where ${inThread} order by m.at desc, m.id desc limit 1),
       waiting_since = case when c.state <> 'resolved' then (
         select min(m.at) from messages m
         where ${inThread} and m.direction = 'in' and m.type not in ('system', 'call') and m.at > coalesce((
           select m.at from messages m where ${inThread} and m.direction = 'out' and m.author <> 'system'
           order by m.at desc, m.id desc limit 1), '-infinity')) end
     where c.tenant_id = $1 and c.id = $2`,
    [tenantId, id],
  );
}

function tooLate({ status }: Message): ConflictError {
  return new ConflictError("This message has left already.", {
    code: "message_left",
    details: { status },
    nextStep: "WhatsApp takes nothing back that was sent. Write a correction.",
  });
}
