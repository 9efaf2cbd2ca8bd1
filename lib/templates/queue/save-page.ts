import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { recordEvents } from "@/lib/events";
import { searchTextOf } from "@/lib/templates/search-text";
import type { ListedTemplate } from "@/lib/whatsapp";
import { LEASE_MS, type SyncClaim } from "./claim";

/** Writes a page and announces what is new in it; false when the lease is lost, and then nothing is written. */
export async function savePage(claim: SyncClaim, listed: ListedTemplate[], knownAt: Date): Promise<boolean> {
  const { tenantId, wabaId } = claim;
  // Meta may list one twice while templates come and go between two pages.
  const items = [...new Map(listed.filter(({ id }) => id !== "").map((item) => [item.id, item])).values()];
  return withTenant(claim, async (tx) => {
    if (!(await prolong(tx, claim, items.length))) return false;
    const changed = await upsert(tx, claim, items, knownAt);
    await recordEvents(
      tx,
      systemActor(tenantId, "templates"),
      changed.map((payload) => ({ type: "template.changed" as const, payload: { wabaId, ...payload } })),
    );
    return true;
  });
}

async function prolong(tx: Transaction, { tenantId, wabaId, leaseToken }: SyncClaim, count: number): Promise<boolean> {
  const { rowCount } = await tx.$client.query(
    `update template_syncs set seen_count = seen_count + $4, leased_until = now() + $5 * interval '1 millisecond'
     where tenant_id = $1 and waba_id = $2 and lease_token = $3`,
    [tenantId, wabaId, leaseToken, count, LEASE_MS],
  );
  return rowCount === 1;
}

type Changed = {
  templateId: string;
  name: string;
  language: string;
  change: "added" | "changed";
  status: string;
  category: string;
  previousStatus: string | null;
  previousCategory: string | null;
};

/** The newest wins: a status that a webhook brought after the list was asked for stays. */
const newest = (column: string, moment: string) =>
  `${column} = case when excluded.${moment} >= t.${moment} then excluded.${column} else t.${column} end`;

const statement = `
  insert into templates as t (tenant_id, waba_id, meta_id, name, language, status, category, parameter_format,
    components, rejected_reason, quality, search_text, status_at, category_at, quality_at, seen_in)
  select $1, $2, v.*, $3, $3, $3, $4 from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::text[], $11::jsonb[], $12::text[], $13::text[], $14::text[]) as v
  on conflict (tenant_id, waba_id, meta_id) do update set
    name = excluded.name, language = excluded.language, parameter_format = excluded.parameter_format,
    components = excluded.components, search_text = excluded.search_text, seen_in = excluded.seen_in,
    ${newest("status", "status_at")}, ${newest("rejected_reason", "status_at")}, ${newest("category", "category_at")},
    ${newest("quality", "quality_at")},
    status_note = case when excluded.status_at >= t.status_at and excluded.status <> t.status then null
      else t.status_note end,
    previous_category = case when excluded.category_at >= t.category_at and excluded.category <> t.category
      then t.category else t.previous_category end,
    next_category = case when excluded.category_at >= t.category_at and excluded.category = t.next_category then null
      else t.next_category end,
    removed_at = case when excluded.status_at >= t.status_at then null else t.removed_at end,
    status_at = greatest(excluded.status_at, t.status_at), category_at = greatest(excluded.category_at, t.category_at),
    quality_at = greatest(excluded.quality_at, t.quality_at)
  returning new.id as "templateId", new.name, new.language, new.status, new.category,
    old.status as "previousStatus", old.category as "previousCategory",
    case when old.id is null then 'added' else 'changed' end as change,
    old.id is null or (old.name, old.language, old.status, old.category, old.quality, old.components, old.removed_at)
      is distinct from (new.name, new.language, new.status, new.category, new.quality, new.components, new.removed_at)
      as "isNews"`;

async function upsert(
  tx: Transaction,
  { tenantId, wabaId, leaseToken }: SyncClaim,
  items: ListedTemplate[],
  knownAt: Date,
): Promise<Changed[]> {
  if (items.length === 0) return [];
  const { rows } = await tx.$client.query<Changed & { isNews: boolean }>({
    name: "save_templates",
    text: statement,
    values: [
      ...[tenantId, wabaId, knownAt, leaseToken],
      items.map(({ id }) => id),
      items.map(({ name }) => name),
      items.map(({ language }) => language),
      items.map(({ status }) => status.toUpperCase()),
      items.map(({ category }) => category.toUpperCase()),
      items.map(({ parameterFormat }) => (parameterFormat ?? "POSITIONAL").toUpperCase()),
      items.map(({ components }) => JSON.stringify(components)),
      items.map(({ rejectedReason }) => rejectedReason),
      items.map(({ qualityScore }) => qualityScore),
      items.map(({ name, components }) => searchTextOf(name, components)),
    ],
  });
  return rows.flatMap(({ isNews, ...row }) => (isNews ? [row] : []));
}
