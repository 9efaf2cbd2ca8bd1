import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { LimitReachedError } from "@/lib/errors";
import { derivedKey } from "@/lib/vault";
import { type Limit, type LimitName, limits } from "./limits";
import { networkOf } from "./network";

/** Keys hold addresses of people, so only their keyed hash is stored. */
function keyOf(name: LimitName, parts: string[]): string {
  const networks = JSON.stringify(parts.map(networkOf));
  const hash = createHmac("sha256", derivedKey("rate-limits")).update(networks).digest("base64url");
  return `${name}:${hash.slice(0, 32)}`;
}

/**
 * Takes one attempt, by the generic cell rate algorithm: one row with the time at which the next attempt would be due
 * if they came evenly. Attempts that are refused cost nothing.
 * @throws {LimitReachedError} with the seconds to wait
 */
export async function consume(name: LimitName, ...parts: string[]): Promise<void> {
  await withSystem((tx) => consumeWithin(tx, name, ...parts));
}

export async function consumeWithin(tx: Transaction, name: LimitName, ...parts: string[]): Promise<void> {
  const { everyMs, burst }: Limit = limits[name];
  const key = keyOf(name, parts);
  const taken = await tx.execute(sql`
    insert into rate_limits as r (key, arrives_at) values (${key}, clock_timestamp() + ${everyMs} * interval '1 ms')
    on conflict (key) do update
      set arrives_at = greatest(r.arrives_at, clock_timestamp()) + ${everyMs} * interval '1 ms'
      where r.arrives_at <= clock_timestamp() + ${everyMs * (burst - 1)} * interval '1 ms'
    returning 1`);
  if (taken.rows.length > 0) return;
  const { rows } = await tx.execute<{ seconds: number }>(sql`
    select ceil(extract(epoch from arrives_at - clock_timestamp()) - ${(everyMs * (burst - 1)) / 1000})::int as seconds
    from rate_limits where key = ${key}`);
  const retryAfterSeconds = Math.max(1, rows[0]?.seconds ?? 1);
  throw new LimitReachedError("There were too many attempts.", {
    code: "too_many_attempts",
    retryAfterSeconds,
    nextStep: `Try again in ${inWords(retryAfterSeconds)}.`,
    details: { retryAfterSeconds },
  });
}

/** Returns an attempt that turned out to be honest. */
export async function giveBackWithin(tx: Transaction, name: LimitName, ...parts: string[]): Promise<void> {
  await tx.execute(sql`
    update rate_limits set arrives_at = arrives_at - ${limits[name].everyMs} * interval '1 ms'
    where key = ${keyOf(name, parts)}`);
}

export async function clearLimit(name: LimitName, ...parts: string[]): Promise<void> {
  await withSystem((tx) => tx.delete(rateLimits).where(sql`key = ${keyOf(name, parts)}`));
}

/** A row whose time has passed says the same as no row. */
export async function dropSpentLimits(): Promise<void> {
  await withSystem((tx) => tx.delete(rateLimits).where(sql`arrives_at < clock_timestamp()`));
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
