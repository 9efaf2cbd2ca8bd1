import type { Transaction } from "@/db/transaction";
import { SECOND } from "@/lib/time";

/** Statuses come within seconds; this long people are kept from deciding on what is not known yet. */
export const SETTLE_MS = 90 * SECOND;

export type Waiting = {
  messageId: string;
  state: "queued" | "retry_wait" | "ambiguous";
  delayMs: number;
  /** Whether the attempt counts against the most that are made. */
  counts: boolean;
};

/** Gives the lease back. The caller holds it, and the rows' locks. */
export async function recordWaiting(tx: Transaction, tenantId: string, waiting: Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  await tx.$client.query({
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
     where m.tenant_id = $1 and m.id = r.message_id and m.status = 'sending'`,
    values: [
      tenantId,
      waiting.map(({ messageId }) => messageId),
      waiting.map(({ state }) => state),
      waiting.map(({ delayMs }) => delayMs),
      waiting.map(({ counts }) => counts),
      SETTLE_MS,
    ],
  });
}
