import type { Transaction } from "@/db/transaction";
import type { MergeChange } from "./change";

type Merge = { keptId: string; goneId: string; at: Date; changes: MergeChange[] };

/** Whether the one contact was blocked or let free while it was one: null when nothing changed. */
export type Since = { blockedNow: boolean | null };

export async function readSince(tx: Transaction, tenantId: string, { keptId, at }: Merge): Promise<Since> {
  const { rows } = await tx.$client.query<{ blocked: boolean }>(
    `select blocked_at is not null as blocked from contacts k
     where k.tenant_id = $1 and k.id = $2 and exists (
       select from events e where e.tenant_id = $1 and e.contact_id = $2 and e.conversation_id is null
         and e.type in ('contact.blocked', 'contact.unblocked') and e.at > $3)`,
    [tenantId, keptId, at],
  );
  return { blockedNow: rows[0]?.blocked ?? null };
}

/**
 * Who withdrew a consent while the two were one is not known any more, so it holds for both; the same with a block,
 * which was set or lifted at every address of theirs.
 */
export async function holdForBoth(
  tx: Transaction,
  tenantId: string,
  { keptId, goneId, at }: Omit<Merge, "changes">,
  { blockedNow }: Since,
): Promise<void> {
  await tx.$client.query(
    `insert into consents (tenant_id, contact_id, channel_id, purpose, state, source, evidence, actor, at)
     select tenant_id, $3, channel_id, purpose, state, source, evidence, actor, at from consents
     where tenant_id = $1 and contact_id = $2 and state = 'withdrawn' and uuid_extract_timestamp(id) > $4`,
    [tenantId, keptId, goneId, at],
  );
  if (blockedNow === null) return;
  await tx.$client.query("delete from contact_blocks where tenant_id = $1 and contact_id = $2", [tenantId, goneId]);
  await tx.$client.query(
    `insert into contact_blocks (tenant_id, contact_id, channel_id, actor, at)
     select tenant_id, $3, channel_id, actor, at from contact_blocks where tenant_id = $1 and contact_id = $2`,
    [tenantId, keptId, goneId],
  );
  await tx.$client.query(
    `update contacts gone set blocked_at = kept.blocked_at from contacts kept
     where gone.tenant_id = $1 and gone.id = $3 and kept.tenant_id = $1 and kept.id = $2`,
    [tenantId, keptId, goneId],
  );
}
