/** The columns and the policy that tables share. */
import { sql } from "drizzle-orm";
import { customType, pgPolicy, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";

const appRole = pgRole("parley_app").existing();

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** PostgreSQL's 64-bit transaction id, as text: it does not fit a JavaScript number. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

export const id = () => uuid("id").notNull().default(sql`uuidv7()`);
export const tenantId = () => uuid("tenant_id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => instant("created_at").notNull().default(sql`now()`);

const ownTenant = sql`tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`;

/** The one policy of every tenant table. `(select …)` lets the planner evaluate the setting once per statement. */
export const tenantPolicy = () =>
  pgPolicy("tenant", { as: "permissive", for: "all", to: appRole, using: ownTenant, withCheck: ownTenant });

/** `check (column in ('a', 'b'))`: text with a check, since an enum's operators are not leakproof and lose their index under RLS. */
export const oneOf = (column: { name: string }, values: readonly string[]) =>
  sql.raw(`"${column.name}" in (${values.map((value) => `'${value}'`).join(", ")})`);
