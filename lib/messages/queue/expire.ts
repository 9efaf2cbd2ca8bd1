import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { lockMessages } from "@/lib/messages/delivery-facts";
import { storedRefusal } from "@/lib/messages/failure";
import { readSendContexts, type SendContext } from "@/lib/messages/gate-facts";
import type { TemplateFacts } from "@/lib/templates/types";
import { refusalOf } from "./attempt";
import { type Failed, recordFailed } from "./record-failed";
import { readTemplateFacts } from "./template-facts";

const MOST_AT_ONCE = 500;

type Stale = Failed["attempt"] & { tenantId: string; type: string; createdAt: Date };
type Found = { stale: Stale[]; contexts: Map<string, SendContext>; templates: Map<string, TemplateFacts> };

/**
 * Asks the gate about what waits without being claimed: past its window behind a stopped number, or on a number that
 * was disconnected. What the gate still lets pass, because the customer wrote again, is asked about later.
 */
export async function expireMessages(): Promise<void> {
  const { stale, contexts, templates } = await findStale();
  for (const [tenantId, messages] of Map.groupBy(stale, (message) => message.tenantId)) {
    const failed: Failed[] = [];
    const kept: string[] = [];
    for (const message of messages) {
      const template = templates.get(message.messageId) ?? null;
      const refusal = refusalOf({ ...message, context: contexts.get(message.conversationId), template }, new Date());
      if (refusal) failed.push({ attempt: message, decision: { code: null, error: storedRefusal(refusal) } });
      else kept.push(message.messageId);
    }
    await expire(tenantId, failed, kept);
  }
}

async function findStale(): Promise<Found> {
  return withSystem(async (tx) => {
    const { rows: stale } = await tx.$client.query<Stale>(
      `select o.tenant_id as "tenantId", o.message_id as "messageId", o.conversation_id as "conversationId",
         o.contact_id as "contactId", o.channel_id as "channelId", o.created_at as "createdAt", m.type
       from outbox o
       join messages m on m.tenant_id = o.tenant_id and m.id = o.message_id
       join channels c on c.tenant_id = o.tenant_id and c.id = o.channel_id
       where o.state in ('queued', 'retry_wait') and (o.expires_at <= now() or c.state = 'disconnected')
       limit ${MOST_AT_ONCE}`,
    );
    if (stale.length === 0) return { stale, contexts: new Map(), templates: new Map() };
    return { stale, contexts: await readSendContexts(tx, stale), templates: await readTemplateFacts(tx, stale) };
  });
}

async function expire(tenantId: string, failed: Failed[], kept: string[]): Promise<void> {
  const actor = systemActor(tenantId, "send");
  await withTenant(actor, async (tx) => {
    const { rows } = await tx.$client.query<{ message_id: string }>(
      `select message_id from outbox
       where tenant_id = $1 and message_id = any($2::uuid[]) and state in ('queued', 'retry_wait')
       order by message_id for update`,
      [tenantId, failed.map(({ attempt }) => attempt.messageId)],
    );
    const waiting = new Set(rows.map((row) => row.message_id));
    await lockMessages(tx, tenantId, [...waiting]);
    await recordFailed(
      tx,
      actor,
      failed.filter(({ attempt }) => waiting.has(attempt.messageId)),
    );
    await tx.$client.query(
      `update outbox set expires_at = now() + interval '1 minute' where tenant_id = $1 and message_id = any($2::uuid[])`,
      [tenantId, kept],
    );
  });
}
