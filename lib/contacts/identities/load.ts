import type { Transaction } from "@/db/transaction";
import { type IdentityBook, type IdentityKind, openBook } from "./book";
import { otherWritings } from "./other-writings";

export type Sought = { kind: IdentityKind; value: string };

type Row = {
  id: string;
  contact_id: string;
  kind: IdentityKind;
  value: string;
  valid_from: Date;
  valid_to: Date | null;
  last_seen_at: Date;
  source: string;
  profile_name: string | null;
  profile_name_at: Date | null;
  username: string | null;
};

/** A number under each of its writings; anything else as it is. */
export function inAllWritings(sought: Sought[]): Sought[] {
  return sought.flatMap((one) => [
    one,
    ...(one.kind === "phone" ? otherWritings(one.value).map((value) => ({ kind: one.kind, value })) : []),
  ]);
}

/** Everything known of those who were ever known by these values, and of whoever else held the same ones. */
export async function loadBook(
  tx: Transaction,
  { tenantId, portfolioId }: { tenantId: string; portfolioId: string },
  sought: Sought[],
): Promise<IdentityBook> {
  const values = inAllWritings(sought);
  const { rows } = await tx.$client.query<Row>({
    name: "load_identities",
    text: `
      with sought as (select distinct v.kind, v.value from unnest($3::text[], $4::text[]) as v (kind, value)),
      seen as (
        select i.contact_id from sought s join contact_identities i
          on i.tenant_id = $1 and i.portfolio_id = $2 and i.kind = s.kind and i.value = s.value and i.valid_to is null
        union
        select i.contact_id from sought s join contact_identities i
          on i.tenant_id = $1 and i.portfolio_id = $2 and i.kind = s.kind and i.value = s.value and i.valid_to is not null)
      select i.id, i.contact_id, i.kind, i.value, i.valid_from, i.valid_to, i.last_seen_at, i.source,
        c.profile_name, c.profile_name_at, c.username
      from seen s
      join contact_identities i on i.tenant_id = $1 and i.contact_id = s.contact_id
      join contacts c on c.tenant_id = $1 and c.id = s.contact_id`,
    values: [tenantId, portfolioId, values.map(({ kind }) => kind), values.map(({ value }) => value)],
  });
  const profiles = new Map(rows.map((row) => [row.contact_id, row]));
  return openBook(
    rows.map((row) => ({
      id: row.id,
      contactId: row.contact_id,
      kind: row.kind,
      value: row.value,
      fromMs: row.valid_from.getTime(),
      toMs: row.valid_to?.getTime() ?? null,
      lastSeenMs: row.last_seen_at.getTime(),
      source: row.source,
    })),
    [...profiles.values()].map((row) => ({
      id: row.contact_id,
      profileName: row.profile_name,
      profileNameAtMs: row.profile_name_at?.getTime() ?? null,
      username: row.username,
    })),
  );
}
