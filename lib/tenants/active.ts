import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { tenants } from "@/db/schema";
import { withSystem } from "@/db/system";

/** Of a list across workspaces: nothing leaves one that is suspended or closed. */
export function isOfActiveTenant(tenantId: SQLWrapper): SQL {
  return sql`exists (select from ${tenants} w where w.id = ${tenantId} and w.status = 'active')`;
}

export async function isActiveTenant(tenantId: string): Promise<boolean> {
  const [row] = await withSystem((tx) =>
    tx
      .select({ id: tenants.id })
      .from(tenants)
      .where(and(eq(tenants.id, tenantId), eq(tenants.status, "active"))),
  );
  return row !== undefined;
}
