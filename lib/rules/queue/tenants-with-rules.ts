import { and, eq, inArray } from "drizzle-orm";
import { rules } from "@/db/schema";
import { withSystem } from "@/db/system";

/** Those of some workspaces in which any rule is on: most batches of the log concern none. */
export async function tenantsWithRules(among: Iterable<string>): Promise<string[]> {
  const rows = await withSystem((tx) =>
    tx
      .selectDistinct({ tenantId: rules.tenantId })
      .from(rules)
      .where(and(inArray(rules.tenantId, [...among]), eq(rules.isActive, true))),
  );
  return rows.map(({ tenantId }) => tenantId);
}
