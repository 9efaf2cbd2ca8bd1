import * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListContacts } from "./schemas";
import { searchCondition } from "./search";
import { selectContacts } from "./select-contacts";
import type { Contact } from "./types";

type Asked = Pick<z.output<typeof ListContacts.input>, "cursor" | "limit"> &
  Partial<z.output<typeof ListContacts.input>>;

/** What a page is in order of; each is an index. */
const sorts = {
  newest: {
    ...{ key: "c.created_at", order: "c.created_at desc, c.id", type: "timestamptz" },
    place: z.tuple([z.literal("newest"), z.iso.datetime(), z.uuid()]),
  },
  name: {
    ...{ key: "c.sort_name", order: "c.sort_name, c.id", type: "text" },
    place: z.tuple([z.literal("name"), z.string(), z.uuid()]),
  },
};

export async function listContacts(
  actor: Actor,
  asked: Asked,
): Promise<{ items: Contact[]; nextCursor: string | null }> {
  authorize(actor, "contacts.read");
  const { limit, sort = "newest" } = asked;
  return withTenant(actor, async (tx) => {
    const places = await findPlaces(tx, actor, asked);
    const { shown, nextCursor } = cutPage(places, limit, (last) => [sort, last.key, last.id]);
    const ids = shown.map(({ id }) => id);
    const found = await selectContacts(tx, "where c.tenant_id = $1 and c.id = any($2::uuid[])", [actor.tenantId, ids]);
    const byId = new Map(found.map((contact) => [contact.id, contact]));
    return { items: ids.flatMap((id) => byId.get(id) ?? []), nextCursor };
  });
}

type Place = { id: string; key: string };

async function findPlaces(
  tx: Transaction,
  { tenantId }: Actor,
  { cursor, limit, search = "", sort = "newest", blocked }: Asked,
): Promise<Place[]> {
  const { key, order, type, place } = sorts[sort];
  const values: unknown[] = [tenantId, limit + 1];
  const given = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["c.tenant_id = $1"];
  const after = readCursor<[string, string, string]>(cursor, place);
  if (after) {
    const [at, id] = [`${given(after[1])}::${type}`, `${given(after[2])}::uuid`];
    conditions.push(
      sort === "newest" ? `(${key} < ${at} or (${key} = ${at} and c.id > ${id}))` : `(${key}, c.id) > (${at}, ${id})`,
    );
  }
  if (blocked) conditions.push(`c.blocked_at is ${blocked === "true" ? "not null" : "null"}`);
  if (search !== "") conditions.push(searchCondition(search, given));
  const statement = `select c.id, ${key}${sort === "newest" ? "" : "::text"} as key from contacts c
    where ${conditions.join(" and ")} order by ${order} limit $2`;
  const { rows } = await tx.$client.query<{ id: string; key: string | Date }>(statement, values);
  return rows.map(({ id, key: at }) => ({ id, key: typeof at === "string" ? at : at.toISOString() }));
}
