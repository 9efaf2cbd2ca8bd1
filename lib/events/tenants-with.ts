import { and, inArray, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { withSystem } from "@/db/system";

type TenantTable = PgTable & { tenantId: PgColumn };

/** Those of some workspaces that have such a row: most batches of the log concern none. */
export async function tenantsWith(table: TenantTable, among: Iterable<string>, isSuch?: SQL): Promise<string[]> {
  const rows = await withSystem((tx) =>
    tx
      .selectDistinct({ tenantId: table.tenantId })
      .from(table)
      .where(and(inArray(table.tenantId, [...among]), isSuch)),
  );
  return rows.map(({ tenantId }) => String(tenantId));
}
