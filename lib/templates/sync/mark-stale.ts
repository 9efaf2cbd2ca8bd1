import { onCommit, type Transaction } from "@/db/transaction";
import { wakeTemplateSync } from "@/lib/templates/wake";
import { MINUTE } from "@/lib/time";

/** Something was said of a template that only the list can tell: it is read again soon, but not more than once a minute. */
export async function markTemplatesStale(tx: Transaction, tenantId: string, wabaIds: string[]): Promise<void> {
  if (wabaIds.length === 0) return;
  await tx.$client.query(
    `update template_syncs set due_at = least(due_at,
       greatest(now(), coalesce(started_at, '-infinity') + $3 * interval '1 millisecond'))
     where tenant_id = $1 and waba_id = any($2::text[])`,
    [tenantId, [...new Set(wabaIds)].sort(), MINUTE],
  );
  onCommit(tx, wakeTemplateSync);
}
