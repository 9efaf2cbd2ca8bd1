import type { Transaction } from "@/db/transaction";
import type { Image } from "./change";
import { generated, type MergedTable, mergedTables } from "./tables";

/** The rows of each table by their key. */
export type Trace = Map<string, Map<string, Image>>;

/** Everything of some contacts, as far as a merge touches it. */
export async function traceOf(tx: Transaction, tenantId: string, contactIds: string[]): Promise<Trace> {
  const { rows } = await tx.$client.query<{ id: string }>(
    "select id from conversations where tenant_id = $1 and contact_id = any($2::uuid[])",
    [tenantId, contactIds],
  );
  const conversationIds = rows.map(({ id }) => id);
  const trace: Trace = new Map();
  for (const described of mergedTables) {
    const { table, where } = described;
    const values = where.includes("$3") ? [tenantId, conversationIds] : [tenantId, contactIds];
    const found = await tx.$client.query<{ row: Image }>(
      `select ${imageOf(described)} as row from ${table} t where t.tenant_id = $1 and ${where.replace("$3", "$2")}`,
      values,
    );
    trace.set(table, new Map(found.rows.map(({ row }) => [keyOf(described, row), row])));
  }
  return trace;
}

export function keyOf({ key }: MergedTable, row: Image): string {
  return JSON.stringify(key.map((column) => row[column]));
}

function imageOf({ key, moves }: MergedTable): string {
  if (!moves) return generated.reduce((image, column) => `${image} - '${column}'`, "to_jsonb(t)");
  return `jsonb_build_object(${[...key, ...moves].map((column) => `'${column}', t.${column}`).join(", ")})`;
}
