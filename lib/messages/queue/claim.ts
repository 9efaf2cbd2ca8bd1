import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { newId } from "@/lib/ids";
import { readSendContexts, type SendContext } from "@/lib/messages/gate-facts";
import type { TemplateFacts } from "@/lib/templates/types";
import { SECOND } from "@/lib/time";
import { findReadyChannels, type ReadyChannel } from "./ready-channels";
import { channelRate, costMs, pairRate, shareOut } from "./take-tokens";
import { readTemplateFacts } from "./template-facts";

/** Longer than a call may last and its outcome takes to write; after that nobody knows what became of the attempt. */
export const LEASE_MS = 30 * SECOND;

/** An attempt that may be made now, and only by the holder of the lease. */
export type Attempt = {
  tenantId: string;
  messageId: string;
  channelId: string;
  conversationId: string;
  contactId: string;
  phoneNumberId: string;
  tokenSealed: Buffer;
  type: string;
  bodySealed: Buffer;
  attempts: number;
  createdAt: Date;
  leaseToken: string;
  context: SendContext | undefined;
  /** As it is now, for a message of type template; null where there is none such. */
  template: TemplateFacts | null;
};

export type Room = {
  /** Attempts that may be started in all. */
  free: number;
  /** Attempts that may be started for one channel, so that a slow one cannot take every place. */
  freeOf: (channelId: string) => number;
};

/**
 * Takes messages that may leave now, for all tenants: each channel its share and no more than its rate, one a
 * conversation and in its order, agents before bots before broadcasts. Committed before anything is sent.
 */
export async function claimAttempts(room: Room): Promise<Attempt[]> {
  return withSystem(async (tx) => {
    const channels = await findReadyChannels(tx);
    if (channels.length === 0) return [];
    const wants = channels.map(({ tokens, channelId }) => Math.min(tokens, room.freeOf(channelId)));
    const picked = await pickRows(tx, channels, shareOut(room.free, wants));
    if (picked.length === 0) return [];
    const leaseToken = newId();
    await markSending(tx, picked, leaseToken);
    await spendTokens(tx, channels, picked);
    const contexts = await readSendContexts(tx, picked);
    const templates = await readTemplateFacts(tx, picked);
    const byId = new Map(channels.map((channel) => [channel.channelId, channel]));
    return picked.flatMap((row) => {
      const channel = byId.get(row.channelId);
      if (!channel) return [];
      const { phoneNumberId, tokenSealed } = channel;
      const template = templates.get(row.messageId) ?? null;
      return [{ ...row, phoneNumberId, tokenSealed, leaseToken, context: contexts.get(row.conversationId), template }];
    });
  });
}

type Picked = Omit<Attempt, "phoneNumberId" | "tokenSealed" | "leaseToken" | "context" | "template">;

async function pickRows(tx: Transaction, channels: ReadyChannel[], quotas: number[]): Promise<Picked[]> {
  const { rows } = await tx.$client.query<Picked>({
    name: "pick_outbox",
    text: `select o.tenant_id as "tenantId", o.message_id as "messageId", o.channel_id as "channelId",
       o.conversation_id as "conversationId", o.contact_id as "contactId", o.body_sealed as "bodySealed",
       o.attempts + 1 as attempts, o.created_at as "createdAt", m.type
     from unnest($1::uuid[], $2::uuid[], $3::int[]) as share (tenant_id, channel_id, quota)
     cross join lateral (
       select o.* from outbox o
       left join send_buckets p
         on p.tenant_id = o.tenant_id and p.channel_id = o.channel_id and p.scope = o.contact_id::text
       where o.tenant_id = share.tenant_id and o.channel_id = share.channel_id
         and o.state in ('queued', 'retry_wait') and o.not_before <= now()
         and (p.arrives_at is null or p.arrives_at <= now() + $4 * interval '1 millisecond')
         and (p.blocked_until is null or p.blocked_until <= now())
         and not exists (
           select from outbox earlier
           where earlier.tenant_id = o.tenant_id and earlier.conversation_id = o.conversation_id
             and earlier.seq < o.seq and earlier.state <> 'scheduled')
       order by o.priority, o.seq limit share.quota
       for update of o skip locked) o
     join messages m on m.tenant_id = o.tenant_id and m.id = o.message_id`,
    values: [
      channels.map(({ tenantId }) => tenantId),
      channels.map(({ channelId }) => channelId),
      quotas,
      (pairRate.burst - 1) * pairRate.intervalMs,
    ],
  });
  return rows;
}

/** One that waited to be tried again shows that until it is settled, so that each state people see was announced. */
async function markSending(tx: Transaction, picked: Picked[], leaseToken: string): Promise<void> {
  await tx.$client.query({
    name: "mark_sending",
    text: `with taken as (
       update outbox o set state = 'sending', attempts = o.attempts + 1, lease_token = $3,
         leased_until = now() + $4 * interval '1 millisecond'
       from unnest($1::uuid[], $2::uuid[]) as p (tenant_id, message_id)
       where o.tenant_id = p.tenant_id and o.message_id = p.message_id
       returning o.tenant_id, o.message_id)
     update messages m set status = 'sending' from taken t
     where m.tenant_id = t.tenant_id and m.id = t.message_id and m.status = 'queued'`,
    values: [picked.map(({ tenantId }) => tenantId), picked.map(({ messageId }) => messageId), leaseToken, LEASE_MS],
  });
}

/** A pair has one message in flight, so one token each. */
async function spendTokens(tx: Transaction, channels: ReadyChannel[], picked: Picked[]): Promise<void> {
  const pairs = new Map(picked.map((row) => [`${row.channelId} ${row.contactId}`, row]));
  const spent = [
    ...channels.map(({ tenantId, channelId, messagesPerSecond }) => {
      const count = picked.filter((row) => row.channelId === channelId).length;
      return { tenantId, channelId, scope: "channel", costMs: costMs(channelRate(messagesPerSecond), count) };
    }),
    ...[...pairs.values()].map(({ tenantId, channelId, contactId }) => {
      return { tenantId, channelId, scope: contactId, costMs: costMs(pairRate, 1) };
    }),
  ];
  await tx.$client.query({
    name: "spend_tokens",
    text: `
      insert into send_buckets as b (tenant_id, channel_id, scope, arrives_at)
      select t, c, s, now() + cost * interval '1 millisecond'
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[]) as x (t, c, s, cost)
      on conflict (tenant_id, channel_id, scope)
      do update set arrives_at = greatest(b.arrives_at, now()) + (excluded.arrives_at - now())`,
    values: [
      spent.map(({ tenantId }) => tenantId),
      spent.map(({ channelId }) => channelId),
      spent.map(({ scope }) => scope),
      spent.map((each) => each.costMs),
    ],
  });
}
