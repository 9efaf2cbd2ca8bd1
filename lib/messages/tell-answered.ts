import { onCommit, type Transaction } from "@/db/transaction";
import { tellAtMeta } from "./receipts";

type Read = { channelId: string; phoneNumberId: string; tokenSealed: Buffer; wamid: string };

/**
 * With answers that have left, where the channel tells it then: what the customer had written by then was read. An answer
 * that is held or scheduled tells nothing before, so taking it back leaves no trace.
 */
export async function tellAnswered(tx: Transaction, tenantId: string, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const { rows } = await tx.$client.query<Read>({
    name: "find_answered",
    text: `select distinct on (c.id) ch.id as "channelId", ch.phone_number_id as "phoneNumberId",
       ch.token_sealed as "tokenSealed", latest.wamid
     from messages m
     join conversations c on c.tenant_id = m.tenant_id and c.id = m.conversation_id and c.owner = 'us'
     join channels ch on ch.tenant_id = m.tenant_id and ch.id = m.channel_id
       and ch.read_receipts = 'on_reply' and ch.state = 'active' and ch.token_sealed is not null
     cross join lateral (
       select i.wamid, i.at from messages i
       where i.tenant_id = m.tenant_id and i.conversation_id = m.conversation_id and i.direction = 'in'
         and i.wamid is not null and i.at <= m.at
       order by i.at desc, i.id desc limit 1) latest
     where m.tenant_id = $1 and m.id = any($2::uuid[]) and m.author in ('member', 'api') and m.type <> 'reaction'
     order by c.id, latest.at desc`,
    values: [tenantId, messageIds],
  });
  onCommit(tx, () => {
    for (const read of rows) tellAtMeta({ tenantId, ...read }, { typing: false });
  });
}
