import { and, eq, inArray } from "drizzle-orm";
import { greetings } from "@/db/schema";
import { withSystem } from "@/db/system";

/** Those of some workspaces that greet at all: most batches of the log concern none. */
export async function tenantsWithGreetings(among: Iterable<string>): Promise<string[]> {
  const rows = await withSystem((tx) =>
    tx
      .selectDistinct({ tenantId: greetings.tenantId })
      .from(greetings)
      .where(and(inArray(greetings.tenantId, [...among]), eq(greetings.isActive, true))),
  );
  return rows.map(({ tenantId }) => tenantId);
}
