import type { Transaction } from "@/db/transaction";
import type { IdentityKind } from "./book";
import { inAllWritings, type Sought } from "./load";
import { otherWritings } from "./other-writings";

/** Whose these values are now, and nothing more: for items that tell of people without making anybody a contact. */
export async function findLiveIdentities(
  tx: Transaction,
  { tenantId, portfolioId }: { tenantId: string; portfolioId: string },
  sought: Sought[],
): Promise<(kind: IdentityKind, value: string | null | undefined) => string | null> {
  const values = inAllWritings(sought);
  const { rows } = await tx.$client.query<{ kind: IdentityKind; value: string; contact_id: string }>({
    name: "find_live_identities",
    text: `
      select v.kind, v.value, i.contact_id
      from unnest($3::text[], $4::text[]) as v (kind, value)
      cross join lateral (
        select contact_id from contact_identities i
        where i.tenant_id = $1 and i.portfolio_id = $2 and i.kind = v.kind and i.value = v.value and i.valid_to is null
        limit 1) as i`,
    values: [tenantId, portfolioId, values.map(({ kind }) => kind), values.map(({ value }) => value)],
  });
  const found = new Map(rows.map(({ kind, value, contact_id }) => [`${kind}|${value}`, contact_id]));
  return (kind, value) => {
    if (!value) return null;
    const writings = kind === "phone" ? [value, ...otherWritings(value)] : [value];
    return writings.map((each) => found.get(`${kind}|${each}`)).find((contactId) => contactId !== undefined) ?? null;
  };
}
