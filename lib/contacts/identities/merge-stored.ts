import type { Transaction } from "@/db/transaction";

type Pair = { keptId: string; goneId: string };

/** Rows that follow their contact as they are. Identities went before; what has a key of its own is in `steps`. */
const followers = ["messages", "media", "amendments", "outbox", "webhook_items"];

const steps = [
  // Two threads alive on one channel become one: the messages go over, then what they add up to.
  `with pairs as (
     select gone.id as gone_id, kept.id as kept_id
     from conversations gone join conversations kept
       on kept.tenant_id = gone.tenant_id and kept.channel_id = gone.channel_id
     where gone.tenant_id = $1 and gone.contact_id = $3 and kept.contact_id = $2
       and gone.state <> 'resolved' and kept.state <> 'resolved'),
   moved_messages as (
     update messages m set conversation_id = p.kept_id from pairs p
     where m.tenant_id = $1 and m.conversation_id = p.gone_id),
   moved_outbox as (
     update outbox o set conversation_id = p.kept_id from pairs p
     where o.tenant_id = $1 and o.conversation_id = p.gone_id)
   update conversations kept set
     unread_count = kept.unread_count + gone.unread_count,
     waiting_since = least(kept.waiting_since, gone.waiting_since),
     opened_at = least(kept.opened_at, gone.opened_at),
     last_message_id = case when gone.last_activity_at > kept.last_activity_at
       then gone.last_message_id else kept.last_message_id end,
     last_activity_at = greatest(kept.last_activity_at, gone.last_activity_at)
   from pairs p join conversations gone on gone.tenant_id = $1 and gone.id = p.gone_id
   where kept.tenant_id = $1 and kept.id = p.kept_id`,
  `delete from conversations gone where gone.tenant_id = $1 and gone.contact_id = $3 and gone.state <> 'resolved'
     and exists (select from conversations kept where kept.tenant_id = $1 and kept.contact_id = $2
       and kept.channel_id = gone.channel_id and kept.state <> 'resolved')`,
  "update conversations set contact_id = $2 where tenant_id = $1 and contact_id = $3",
  ...followers.map((table) => `update ${table} set contact_id = $2 where tenant_id = $1 and contact_id = $3`),
  `insert into service_windows (tenant_id, contact_id, channel_id, opened_at, free_until)
   select tenant_id, $2, channel_id, opened_at, free_until from service_windows where tenant_id = $1 and contact_id = $3
   on conflict (tenant_id, contact_id, channel_id) do update set
     opened_at = greatest(service_windows.opened_at, excluded.opened_at),
     free_until = greatest(service_windows.free_until, excluded.free_until)`,
  `insert into reactions (tenant_id, channel_id, target_wamid, author, contact_id, emoji, wamid, at)
   select tenant_id, channel_id, target_wamid, author, $2, emoji, wamid, at from reactions
   where tenant_id = $1 and contact_id = $3
   on conflict (tenant_id, channel_id, target_wamid, author, contact_id) do update set
     emoji = excluded.emoji, wamid = excluded.wamid, at = excluded.at
   where (excluded.at, coalesce(excluded.wamid, '')) > (reactions.at, coalesce(reactions.wamid, ''))`,
  `insert into consents (tenant_id, contact_id, channel_id, purpose, state, source, evidence, actor, at)
   select tenant_id, $2, channel_id, purpose, state, source, evidence, actor, at from consents
   where tenant_id = $1 and contact_id = $3
   on conflict do nothing`,
  `update contacts kept set name = coalesce(kept.name, gone.name), language = coalesce(kept.language, gone.language),
     blocked_at = coalesce(kept.blocked_at, gone.blocked_at)
   from contacts gone where kept.tenant_id = $1 and kept.id = $2 and gone.tenant_id = $1 and gone.id = $3`,
  "delete from contacts where tenant_id = $1 and id = $3 and id <> $2",
];

/** Everything of one contact goes to another, for good: they turned out to be one person. */
export async function mergeStored(tx: Transaction, tenantId: string, { keptId, goneId }: Pair): Promise<void> {
  for (const step of steps) await tx.$client.query(step, [tenantId, keptId, goneId]);
}
