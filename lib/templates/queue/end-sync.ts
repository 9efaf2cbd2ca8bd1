import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { recordEvents } from "@/lib/events";
import { HOUR, MINUTE } from "@/lib/time";
import type { SyncClaim } from "./claim";

const held = "where tenant_id = $1 and waba_id = $2 and lease_token = $3";
const free = "lease_token = null, leased_until = null";

/** The list was read to its end: what was not in it is gone at Meta, and is kept here as such. */
export async function finishSync(claim: SyncClaim): Promise<void> {
  const { tenantId, wabaId, leaseToken } = claim;
  const key = [tenantId, wabaId, leaseToken];
  await withTenant(claim, async (tx) => {
    const { rowCount } = await tx.$client.query(
      `update template_syncs set state = 'done', finished_at = now(), failures = 0, failure = null, ${free} ${held}`,
      key,
    );
    if (rowCount !== 1) return;
    const { rows } = await tx.$client.query<{ templateId: string; name: string; language: string }>(
      `update templates set removed_at = now()
       where tenant_id = $1 and waba_id = $2 and seen_in is distinct from $3 and removed_at is null
       returning id as "templateId", name, language`,
      key,
    );
    await recordEvents(
      tx,
      systemActor(tenantId, "templates"),
      rows.map((row) => ({ type: "template.changed" as const, payload: { wabaId, ...row, change: "removed" } })),
    );
  });
}

/** What was read so far stays; the whole list is read again, later each time. */
export async function failSync(
  claim: SyncClaim,
  failure: { code: number | null; details: string | null },
): Promise<void> {
  await withTenant(claim, (tx) =>
    tx.$client.query(
      `update template_syncs set state = 'failed', failures = failures + 1, failure = $4, ${free},
         due_at = least(due_at, now() + least($6, $5 * 2 ^ least(failures, 10)) * interval '1 millisecond') ${held}`,
      [claim.tenantId, claim.wabaId, claim.leaseToken, JSON.stringify(failure), MINUTE, HOUR],
    ),
  );
}
