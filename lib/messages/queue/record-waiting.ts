import type { Transaction } from "@/db/transaction";
import { recordEvents } from "@/lib/events";
import { SECOND } from "@/lib/time";

/** Statuses come within seconds; this long people are kept from deciding on what is not known yet. */
export const SETTLE_MS = 90 * SECOND;

type Sender = { tenantId: string; kind: string; id: string };

export type Waiting = {
  messageId: string;
  state: "queued" | "retry_wait" | "ambiguous";
  delayMs: number;
  /** Whether the attempt counts against the most that are made. */
  counts: boolean;
};

/** A message whose shown state changed to one of waiting or of not knowing. */
export type Unsettled = {
  messageId: string;
  conversationId: string;
  contactId: string;
  channelId: string;
  status: "queued" | "retry_wait" | "ambiguous";
};

/** Columns of an update of `messages m` that answers with what `announceUnsettled` takes. */
export const unsettledColumns = `m.id as "messageId", m.conversation_id as "conversationId", m.contact_id as "contactId",
  m.channel_id as "channelId", m.status`;

/** Gives the lease back. The caller holds it, and the rows' locks. */
export async function recordWaiting(tx: Transaction, actor: Sender, waiting: Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  const { rows } = await tx.$client.query<Unsettled>({
    name: "record_waiting",
    text: `with released as (
       update outbox o set state = w.state, lease_token = null,
         not_before = now() + w.delay_ms * interval '1 millisecond',
         attempts = o.attempts - case when w.counts then 0 else 1 end,
         settles_by = case when w.state = 'ambiguous' then now() + $6 * interval '1 millisecond' end
       from unnest($2::uuid[], $3::text[], $4::float8[], $5::bool[]) as w (message_id, state, delay_ms, counts)
       where o.tenant_id = $1 and o.message_id = w.message_id
       returning o.message_id, o.state)
     update messages m set status = r.state from released r
     where m.tenant_id = $1 and m.id = r.message_id
       and (m.status = 'sending' or (m.status = 'retry_wait' and r.state = 'ambiguous'))
     returning ${unsettledColumns}`,
    values: [
      actor.tenantId,
      waiting.map(({ messageId }) => messageId),
      waiting.map(({ state }) => state),
      waiting.map(({ delayMs }) => delayMs),
      waiting.map(({ counts }) => counts),
      SETTLE_MS,
    ],
  });
  await announceUnsettled(tx, actor, rows);
}

/** To be back in the queue is no news: people saw it there all the time. */
export async function announceUnsettled(tx: Transaction, actor: Sender, messages: Unsettled[]): Promise<void> {
  await recordEvents(
    tx,
    actor,
    messages
      .filter(({ status }) => status !== "queued")
      .map(({ status, ...refs }) => ({
        type: status === "ambiguous" ? ("message.unsure" as const) : ("message.delayed" as const),
        ...refs,
        payload: { status },
      })),
  );
}
