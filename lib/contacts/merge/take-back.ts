import type { Transaction } from "@/db/transaction";
import type { Image, MergeChange } from "./change";
import { type MergedTable, mergedTables } from "./tables";

/**
 * Turns changes around. What somebody has changed since stays as it is: a value goes back only where it still is what
 * the merge made of it.
 */
export async function takeBack(tx: Transaction, tenantId: string, changes: MergeChange[]): Promise<void> {
  // Rows that came go first: what was there before them may stand in the same place.
  for (const described of mergedTables.toReversed()) {
    for (const change of changes) {
      if (change.table === described.table && change.did === "insert") await remove(tx, tenantId, described, change);
    }
  }
  for (const described of mergedTables) {
    for (const change of changes) {
      if (change.table !== described.table) continue;
      if (change.did === "delete") await bringBack(tx, tenantId, described, change.was);
      if (change.did === "update") await turnBack(tx, tenantId, described, change);
    }
  }
}

/** Unless somebody has changed it since. */
async function remove(
  tx: Transaction,
  tenantId: string,
  { table, key }: MergedTable,
  { became }: MergeChange & { did: "insert" },
): Promise<void> {
  const columns = Object.keys(became).map(quoted);
  await tx.$client.query(
    `delete from ${table} t using jsonb_populate_record(null::${table}, $2) b
     where t.tenant_id = $1 and ${key.map((column) => `t.${column} = b.${column}`).join(" and ")}
       and ${columns.map((column) => `t.${column} is not distinct from b.${column}`).join(" and ")}`,
    [tenantId, JSON.stringify(became)],
  );
}

async function bringBack(tx: Transaction, tenantId: string, { table, needs }: MergedTable, was: Image): Promise<void> {
  const columns = Object.keys(was).map(quoted).join(", ");
  await tx.$client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $2) r
     where r.tenant_id = $1 ${needs ? `and ${needs}` : ""} on conflict do nothing`,
    [tenantId, JSON.stringify(was)],
  );
}

async function turnBack(
  tx: Transaction,
  tenantId: string,
  { table, key }: MergedTable,
  { keys, was, became }: MergeChange & { did: "update" },
): Promise<void> {
  const columns = Object.keys(was).map(quoted);
  await tx.$client.query(
    `update ${table} t set ${columns.map((column) => `${column} = w.${column}`).join(", ")}
     from jsonb_populate_recordset(null::${table}, $2) k, jsonb_populate_record(null::${table}, $3) w,
       jsonb_populate_record(null::${table}, $4) b
     where t.tenant_id = $1 and ${key.map((column) => `t.${column} = k.${column}`).join(" and ")}
       and ${columns.map((column) => `t.${column} is not distinct from b.${column}`).join(" and ")}`,
    [tenantId, JSON.stringify(keys), JSON.stringify(was), JSON.stringify(became)],
  );
}

/** Names come from rows of ours, and are quoted all the same. */
function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
