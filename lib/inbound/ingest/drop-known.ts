import type { Transaction } from "@/db/transaction";
import { type Arrival, isMessageStatus } from "./work";

/**
 * Leaves what is new to the tenant, each fact once, in the order of time. Statuses of messages are all left: whether they
 * are new shows when they are written. Says too whether anybody was ever erased.
 */
export async function dropKnown(
  tx: Transaction,
  tenantId: string,
  arrivals: Arrival[],
): Promise<{ fresh: Arrival[]; hasTombstones: boolean }> {
  const { rows } = await tx.$client.query<{ known: Buffer[] | null; has_tombstones: boolean }>({
    name: "known_webhook_items",
    text: `
      select (select array_agg(dedupe_hash) from webhook_items where tenant_id = $1 and dedupe_hash = any($2::bytea[])) as known,
        exists (select from tombstones where tenant_id = $1) as has_tombstones`,
    values: [tenantId, arrivals.filter(({ item }) => !isMessageStatus(item)).map(({ hash }) => hash)],
  });
  const seen = new Set((rows[0]?.known ?? []).map((hash) => hash.toString("base64")));
  const fresh = arrivals.filter(({ item, hash }) => {
    if (isMessageStatus(item)) return true;
    const key = hash.toString("base64");
    return !seen.has(key) && seen.add(key);
  });
  return { fresh: fresh.sort((one, other) => one.atMs - other.atMs), hasTombstones: rows[0]?.has_tombstones ?? false };
}
