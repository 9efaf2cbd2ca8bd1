import type { Transaction } from "@/db/transaction";
import type { IdentityRow, ProfileRow } from "./book";

export type Place = { tenantId: string; portfolioId: string };

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export async function insertContacts(
  tx: Transaction,
  { tenantId, portfolioId }: Place,
  list: ProfileRow[],
): Promise<void> {
  if (list.length === 0) return;
  await tx.$client.query({
    name: "insert_contacts",
    text: `
      insert into contacts (tenant_id, portfolio_id, id, profile_name, profile_name_at, username)
      select $1, $2, v.* from unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[]) as v`,
    values: [tenantId, portfolioId, ...columnsOf(list)],
  });
}

export async function updateContacts(tx: Transaction, { tenantId }: Place, list: ProfileRow[]): Promise<void> {
  if (list.length === 0) return;
  await tx.$client.query({
    name: "update_contact_profiles",
    text: `
      update contacts c set profile_name = v.name, profile_name_at = v.at, username = v.username
      from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) as v (id, name, at, username)
      where c.tenant_id = $1 and c.id = v.id`,
    values: [tenantId, ...columnsOf(list)],
  });
}

function columnsOf(list: ProfileRow[]): unknown[] {
  return [
    list.map(({ id }) => id),
    list.map(({ profileName }) => profileName),
    list.map(({ profileNameAtMs }) => instant(profileNameAtMs)),
    list.map(({ username }) => username),
  ];
}

export async function deleteRows(tx: Transaction, { tenantId }: Place, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$client.query("delete from contact_identities where tenant_id = $1 and id = any($2::uuid[])", [
    tenantId,
    ids,
  ]);
}

export async function updateRows(tx: Transaction, { tenantId }: Place, rows: IdentityRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$client.query({
    name: "update_identities",
    text: `
      update contact_identities i
      set contact_id = v.contact_id, valid_from = v.valid_from, valid_to = v.valid_to, last_seen_at = v.seen, source = v.source
      from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::text[])
        as v (id, contact_id, valid_from, valid_to, seen, source)
      where i.tenant_id = $1 and i.id = v.id`,
    values: [tenantId, ...periodsOf(rows)],
  });
}

export async function insertRows(
  tx: Transaction,
  { tenantId, portfolioId }: Place,
  rows: IdentityRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$client.query({
    name: "insert_identities",
    text: `
      insert into contact_identities
        (tenant_id, portfolio_id, id, contact_id, valid_from, valid_to, last_seen_at, source, kind, value)
      select $1, $2, v.* from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[],
        $8::text[], $9::text[], $10::text[]) as v`,
    values: [tenantId, portfolioId, ...periodsOf(rows), rows.map(({ kind }) => kind), rows.map(({ value }) => value)],
  });
}

function periodsOf(rows: IdentityRow[]): unknown[] {
  return [
    rows.map(({ id }) => id),
    rows.map(({ contactId }) => contactId),
    rows.map(({ fromMs }) => instant(fromMs)),
    rows.map(({ toMs }) => instant(toMs)),
    rows.map(({ lastSeenMs }) => instant(lastSeenMs)),
    rows.map(({ source }) => source),
  ];
}
