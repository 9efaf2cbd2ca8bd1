import { withSystem } from "@/db/system";

export type OutboxDepth = { queued: number; sending: number; retryWait: number; ambiguous: number; oldestMs: number };

/** What waits in the outbox of all tenants, for gauges; `oldestMs` is the age of the oldest that could leave now. */
export async function outboxDepth(): Promise<OutboxDepth> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<OutboxDepth>(
      `select count(*) filter (where o.state = 'queued')::int as queued,
         count(*) filter (where o.state = 'sending')::int as sending,
         count(*) filter (where o.state = 'retry_wait')::int as "retryWait",
         count(*) filter (where o.state = 'ambiguous')::int as ambiguous,
         coalesce(extract(epoch from now() - min(o.created_at) filter (
           where o.state = 'queued' and c.state = 'active')) * 1000, 0)::float8 as "oldestMs"
       from outbox o join channels c on c.tenant_id = o.tenant_id and c.id = o.channel_id`,
    ),
  );
  return rows[0] ?? { queued: 0, sending: 0, retryWait: 0, ambiguous: 0, oldestMs: 0 };
}
