import type { Transaction } from "@/db/transaction";
import { channelRate, tokensAt } from "./take-tokens";

export type ReadyChannel = {
  tenantId: string;
  channelId: string;
  phoneNumberId: string;
  tokenSealed: Buffer;
  messagesPerSecond: number;
  /** How far the bucket is ahead of the database's clock; negative when it is full. */
  aheadMs: number;
  tokens: number;
};

const MOST_CHANNELS = 100;

/**
 * Numbers that may send and have something due, those first that were served longest ago. The lock keeps two loops from
 * spending one number's tokens; whoever comes second takes other numbers meanwhile.
 */
export async function findReadyChannels(tx: Transaction): Promise<ReadyChannel[]> {
  const { rows } = await tx.$client.query<Omit<ReadyChannel, "tokens">>({
    name: "ready_channels",
    text: `select c.tenant_id as "tenantId", c.id as "channelId", c.phone_number_id as "phoneNumberId",
       c.token_sealed as "tokenSealed", c.messages_per_second as "messagesPerSecond",
       coalesce(extract(epoch from b.arrives_at - now()) * 1000, 0)::float8 as "aheadMs"
     from channels c
     join tenants t on t.id = c.tenant_id and t.status = 'active'
     left join send_buckets b on b.tenant_id = c.tenant_id and b.channel_id = c.id and b.scope = 'channel'
     where c.state = 'active' and c.token_sealed is not null
       and (b.blocked_until is null or b.blocked_until <= now())
       and exists (
         select from outbox o where o.tenant_id = c.tenant_id and o.channel_id = c.id
           and o.state in ('queued', 'retry_wait') and o.not_before <= now()
           and not exists (
             select from outbox earlier where earlier.tenant_id = o.tenant_id
               and earlier.conversation_id = o.conversation_id and earlier.seq < o.seq
               and earlier.state <> 'scheduled'))
     order by b.arrives_at nulls first limit ${MOST_CHANNELS}
     for no key update of c skip locked`,
  });
  return rows
    .map((row) => ({ ...row, tokens: tokensAt(channelRate(row.messagesPerSecond), row.aheadMs) }))
    .filter(({ tokens }) => tokens > 0);
}
