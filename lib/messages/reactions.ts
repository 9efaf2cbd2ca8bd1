import type { Transaction } from "@/db/transaction";
import type { ReactionContent } from "@/lib/whatsapp/types";

type Place = { tenantId: string; contactId: string; channelId: string };

/** Shows our reaction at once; an empty emoji is one taken back. */
export async function putOurReaction(
  tx: Transaction,
  { tenantId, contactId, channelId }: Place,
  { message_id: targetWamid, emoji }: ReactionContent["reaction"],
  at: Date,
): Promise<void> {
  await tx.$client.query(
    `insert into reactions (tenant_id, channel_id, target_wamid, author, contact_id, emoji, at)
     values ($1, $2, $3, 'us', $4, $5, $6)
     on conflict (tenant_id, channel_id, target_wamid, author, contact_id)
     do update set emoji = excluded.emoji, at = excluded.at, wamid = null`,
    [tenantId, channelId, targetWamid, contactId, emoji, at],
  );
}

/** After a reaction failed, what shows again is the newest one that did not: that is what the customer sees. */
export async function restoreOurReactions(tx: Transaction, tenantId: string, failedIds: string[]): Promise<void> {
  if (failedIds.length === 0) return;
  await tx.$client.query(
    `with failed as (
       select distinct m.tenant_id, m.channel_id, m.contact_id, m.conversation_id,
         m.content -> 'reaction' ->> 'message_id' as target_wamid
       from messages m where m.tenant_id = $1 and m.id = any($2::uuid[]) and m.type = 'reaction'),
     standing as (
       select f.*, coalesce(newest.emoji, '') as emoji, coalesce(newest.at, now()) as at
       from failed f left join lateral (
         select m.content -> 'reaction' ->> 'emoji' as emoji, m.at from messages m
         where m.tenant_id = f.tenant_id and m.conversation_id = f.conversation_id and m.type = 'reaction'
           and m.content -> 'reaction' ->> 'message_id' = f.target_wamid and m.status not in ('failed', 'cancelled')
         order by m.at desc, m.id desc limit 1) newest on true)
     update reactions r set emoji = s.emoji, at = s.at from standing s
     where r.tenant_id = s.tenant_id and r.channel_id = s.channel_id and r.target_wamid = s.target_wamid
       and r.author = 'us' and r.contact_id = s.contact_id`,
    [tenantId, failedIds],
  );
}
