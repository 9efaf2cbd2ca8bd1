import type { Transaction } from "@/db/transaction";
import { type MergedConversation, mergeConversations } from "./merge-conversations";

type Pair = { keptId: string; goneId: string };

/** Rows that follow their contact as they are. Identities went before; what has a key of its own is in `steps`. */
const followers = ["messages", "media", "amendments", "outbox", "webhook_items", "contact_merges", "surveys"];

const steps = [
  "update conversations set contact_id = $2 where tenant_id = $1 and contact_id = $3",
  ...followers.map((table) => `update ${table} set contact_id = $2 where tenant_id = $1 and contact_id = $3`),
  "update events set contact_id = $2 where tenant_id = $1 and contact_id = $3 and conversation_id is null",
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
  `insert into consent_confirmations (tenant_id, contact_id, channel_id, state, sent_at)
   select tenant_id, $2, channel_id, state, sent_at from consent_confirmations where tenant_id = $1 and contact_id = $3
   on conflict (tenant_id, contact_id, channel_id) do update set state = excluded.state, sent_at = excluded.sent_at
   where excluded.sent_at > consent_confirmations.sent_at`,
  `insert into contact_field_values (tenant_id, contact_id, field_id, value)
   select tenant_id, $2, field_id, value from contact_field_values where tenant_id = $1 and contact_id = $3
   on conflict do nothing`,
  `insert into contact_blocks (tenant_id, contact_id, channel_id, actor, at)
   select tenant_id, $2, channel_id, actor, at from contact_blocks where tenant_id = $1 and contact_id = $3
   on conflict do nothing`,
  `update contacts kept set name = coalesce(kept.name, gone.name), language = coalesce(kept.language, gone.language),
     blocked_at = coalesce(kept.blocked_at, gone.blocked_at)
   from contacts gone where kept.tenant_id = $1 and kept.id = $2 and gone.tenant_id = $1 and gone.id = $3`,
  "delete from contacts where tenant_id = $1 and id = $3 and id <> $2",
];

/**
 * Everything of one contact goes to another, for good: they turned out to be one person. Answers with the conversations
 * that became one.
 */
export async function mergeStored(tx: Transaction, tenantId: string, pair: Pair): Promise<MergedConversation[]> {
  const merged = await mergeConversations(tx, tenantId, pair);
  for (const step of steps) await tx.$client.query(step, [tenantId, pair.keptId, pair.goneId]);
  return merged;
}
