import type { Transaction } from "@/db/transaction";
import { markTemplatesStale } from "@/lib/templates";
import type { Failed } from "./record-failed";

/** Meta knows a template otherwise than we do: not there, paused, disabled, or with other variables. */
const signs = new Set([132000, 132001, 132012, 132015, 132016]);

/** Has the list of templates read again, so that the next agent is not offered what was just refused. */
export async function doubtTemplates(tx: Transaction, tenantId: string, failed: Failed[]): Promise<void> {
  const doubtful = failed.filter(({ decision }) => decision.code !== null && signs.has(decision.code));
  if (doubtful.length === 0) return;
  const { rows } = await tx.$client.query<{ wabaId: string }>(
    `select distinct waba_id as "wabaId" from channels where tenant_id = $1 and id = any($2::uuid[])`,
    [tenantId, doubtful.map(({ attempt }) => attempt.channelId)],
  );
  await markTemplatesStale(
    tx,
    tenantId,
    rows.map(({ wabaId }) => wabaId),
  );
}
