import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { errands } from "@/db/schema";
import { withSystem } from "@/db/system";
import { DomainError, sqlStateOf } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

export type Errand = { tenantId: string; itemId: string };

/** In the log and beside the errand: why it failed, without what stood in it. */
export function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  return sqlStateOf(error) ?? (error instanceof Error ? error.name : "unknown");
}

/** Ten seconds after the first failure, twice as long after each, an hour at most. */
export async function putOff(work: string, { tenantId, itemId }: Errand, error: unknown): Promise<void> {
  // What names nothing that there could be stays in the log alone.
  if (!isUuid(itemId)) return;
  const code = codeOf(error).slice(0, 100);
  await withSystem((tx) =>
    tx.$client.query(
      `insert into errands as e (tenant_id, work, item_id, failures, code, due_at)
       values ($1, $2, $3, 1, $4, now() + interval '10 seconds')
       on conflict (tenant_id, work, item_id) do update set failures = e.failures + 1, code = excluded.code,
         due_at = now() + least(interval '1 hour', interval '10 seconds' * 2 ^ least(e.failures, 10))`,
      [tenantId, work, itemId, code],
    ),
  );
}

/** Of a list of what is due: that it has not failed only just. */
export function isNotPutOff(work: string, tenantId: SQLWrapper, itemId: SQLWrapper, now: Date): SQL {
  return sql`not exists (select from ${errands} e where e.tenant_id = ${tenantId} and e.work = ${work}
    and e.item_id = ${itemId} and e.due_at > ${now.toISOString()}::timestamptz)`;
}
