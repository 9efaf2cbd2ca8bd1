import type { Transaction } from "@/db/transaction";
import { shownStatusSql } from "./shown-status";

const first = (column: string) => `least(m.${column}, f.${column})`;

const facts = {
  before: "m.status",
  acceptedAt: "least(m.accepted_at, f.first_at)",
  sentAt: first("sent_at"),
  deliveredAt: first("delivered_at"),
  readAt: first("read_at"),
  playedAt: first("played_at"),
  failedAt: first("failed_at"),
};

export type TouchedMessage = {
  id: string;
  type: string;
  status: string;
  conversationId: string;
  contactId: string;
  channelId: string;
};

/**
 * Derives what a message shows from the set of reports about it: the same for any order, batching and duplication. The
 * caller holds the rows' locks.
 */
export async function refreshDeliveryFacts(
  tx: Transaction,
  tenantId: string,
  messageIds: string[],
): Promise<Map<string, TouchedMessage>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await tx.$client.query<TouchedMessage>({
    name: "refresh_delivery_facts",
    // Message by message, through the index: as a join it is planned as a walk through all of a tenant's reports.
    text: `with f as (
       select wanted.id as message_id, of_one.* from unnest($2::uuid[]) as wanted (id) cross join lateral (
       select min(s.at) as first_at,
         min(s.at) filter (where s.status = 'sent') as sent_at,
         min(s.at) filter (where s.status = 'delivered') as delivered_at,
         min(s.at) filter (where s.status = 'read') as read_at,
         min(s.at) filter (where s.status = 'played') as played_at,
         min(s.at) filter (where s.status = 'failed') as failed_at,
         (array_agg(s.errors -> 0 order by s.at, s.wamid) filter (where s.status = 'failed'))[1] as error,
         (array_agg(s.pricing order by s.at, s.status, s.wamid) filter (where s.pricing is not null))[1] as pricing
       from message_statuses s where s.tenant_id = $1 and s.message_id = wanted.id having count(*) > 0) as of_one)
     update messages m set
       accepted_at = ${facts.acceptedAt}, sent_at = ${facts.sentAt}, delivered_at = ${facts.deliveredAt},
       read_at = ${facts.readAt}, played_at = ${facts.playedAt}, failed_at = ${facts.failedAt},
       error = case when f.failed_at <= coalesce(m.failed_at, f.failed_at) then f.error else m.error end,
       error_code = case when f.failed_at <= coalesce(m.failed_at, f.failed_at)
         then (f.error ->> 'code')::int else m.error_code end,
       pricing = coalesce(f.pricing, m.pricing),
       status = ${shownStatusSql(facts)}
     from f where m.tenant_id = $1 and m.id = f.message_id
     returning m.id, m.type, m.status, m.conversation_id as "conversationId", m.contact_id as "contactId",
       m.channel_id as "channelId"`,
    values: [tenantId, messageIds],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** In one order everywhere: two batches about the same messages then wait for each other instead of for ever. */
export async function lockMessages(tx: Transaction, tenantId: string, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.$client.query({
    name: "lock_messages",
    text: "select from messages where tenant_id = $1 and id = any($2::uuid[]) order by id for update",
    values: [tenantId, messageIds],
  });
}

/** Ends their time in the outbox, whatever state they were in: Meta has them, so no further attempt may leave. */
export async function leaveOutbox(tx: Transaction, tenantId: string, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.$client.query({
    name: "leave_outbox",
    text: `delete from outbox where tenant_id = $1 and message_id in (
       select message_id from outbox where tenant_id = $1 and message_id = any($2::uuid[]) order by message_id for update)`,
    values: [tenantId, messageIds],
  });
}
