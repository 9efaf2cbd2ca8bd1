import type { Transaction } from "@/db/transaction";
import { MINUTE } from "@/lib/time";
import type { Outcome } from "./record-outcomes";

const LONGEST_MS = 5 * MINUTE;
/** A pair backs off faster than a number: Meta's own advice is 4 to the n. */
const growth = { channel: 2, pair: 4 };

/**
 * Blocks the buckets of numbers and pairs that Meta slowed down, longer each time until it has been quiet for a minute.
 * Answers for each message how many milliseconds it has to wait.
 */
export async function slowDown(tx: Transaction, slowed: Outcome<"slow_down">[]): Promise<Map<string, number>> {
  const waits = new Map<string, number>();
  const buckets = Map.groupBy(
    slowed,
    ({ attempt, decision }) => `${attempt.channelId} ${scopeOf({ attempt, decision })}`,
  );
  for (const together of buckets.values()) {
    const [first] = together;
    if (!first) continue;
    const waitMs = await blockBucket(tx, first);
    for (const { attempt } of together) waits.set(attempt.messageId, waitMs);
  }
  return waits;
}

function scopeOf({ attempt, decision }: Outcome<"slow_down">): string {
  return decision.scope === "channel" ? "channel" : attempt.contactId;
}

async function blockBucket(tx: Transaction, { attempt, decision }: Outcome<"slow_down">): Promise<number> {
  const { rows } = await tx.$client.query<{ wait_ms: number }>(
    `insert into send_buckets as b (tenant_id, channel_id, scope, arrives_at, blocked_until, strikes)
     values ($1, $2, $3, now(), now() + least($4::float8, $6::float8) * interval '1 millisecond', 1)
     on conflict (tenant_id, channel_id, scope) do update set
       strikes = case when b.blocked_until > now() - interval '1 minute' then least(b.strikes + 1, 20) else 1 end,
       blocked_until = now() + interval '1 millisecond' * least($6::float8, $4::float8 * power($5::float8,
         case when b.blocked_until > now() - interval '1 minute' then least(b.strikes, 20) else 0 end))
     returning (extract(epoch from blocked_until - now()) * 1000)::float8 as wait_ms`,
    [
      attempt.tenantId,
      attempt.channelId,
      scopeOf({ attempt, decision }),
      decision.baseMs,
      growth[decision.scope],
      LONGEST_MS,
    ],
  );
  return rows[0]?.wait_ms ?? decision.baseMs;
}
