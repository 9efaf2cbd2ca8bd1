import { onCommit, type Transaction } from "@/db/transaction";
import { recordEvents } from "@/lib/events";
import { lockSendContext, type SendContext } from "./gate-facts";
import { expiryOf, placeInThread } from "./put-message";
import { wakeSending } from "./wake-sending";

type Asker = { tenantId: string; kind: string; id: string };
type Released = { conversationId: string; messageId: string };

/**
 * Puts a scheduled message into the thread and in its place behind what is being sent there; the gate is asked when it
 * leaves. False when its time has not come or somebody else was first: another engine, or a member who cancelled it.
 */
export async function releaseMessage(
  tx: Transaction,
  actor: Asker,
  { conversationId, messageId }: Released,
  { early, context: known }: { early: boolean; context?: SendContext },
): Promise<boolean> {
  const { tenantId } = actor;
  const context = known ?? (await lockSendContext(tx, { tenantId, conversationId }));
  if (!context) return false;
  const message = await takeScheduled(tx, tenantId, messageId, early);
  if (!message) return false;
  const at = placeInThread(context.lastMessageAt, Date.now());
  await tx.$client.query("update outbox set expires_at = $3 where tenant_id = $1 and message_id = $2", [
    tenantId,
    messageId,
    expiryOf(context, message, at),
  ]);
  await placeThere(tx, { tenantId, conversationId, messageId }, at);
  const { contactId, channelId, departmentId } = context;
  await recordEvents(tx, actor, [
    {
      type: "message.queued",
      ...{ conversationId, contactId, channelId, departmentId, messageId },
      payload: { type: message.type, clientId: message.clientId },
    },
  ]);
  onCommit(tx, wakeSending);
  return true;
}

/** A new number in the order: it comes after what was sent before its time. */
async function takeScheduled(tx: Transaction, tenantId: string, messageId: string, early: boolean) {
  const { rows } = await tx.$client.query<{ type: string; clientId: string | null }>(
    `update outbox o set state = 'queued', seq = default, not_before = now(), created_at = now()
     from messages m
     where o.tenant_id = $1 and o.message_id = $2 and o.state = 'scheduled' and ($3 or o.not_before <= now())
       and m.tenant_id = o.tenant_id and m.id = o.message_id
     returning m.type, m.client_id as "clientId"`,
    [tenantId, messageId, early],
  );
  return rows[0];
}

/** What the customer wrote after it was scheduled, it does not answer: they go on waiting. */
async function placeThere(
  tx: Transaction,
  { tenantId, conversationId, messageId }: Released & { tenantId: string },
  at: Date,
): Promise<void> {
  await tx.$client.query(
    `with placed as (
       update messages set status = 'queued', at = $4 where tenant_id = $1 and id = $2
       returning tenant_id, conversation_id, id, at, arrived_at)
     update conversations c set last_message_id = p.id, last_activity_at = greatest(c.last_activity_at, p.at),
       waiting_since = case when c.waiting_since > p.arrived_at then c.waiting_since end
     from placed p where c.tenant_id = p.tenant_id and c.id = $3`,
    [tenantId, messageId, conversationId, at],
  );
}
