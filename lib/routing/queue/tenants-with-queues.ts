import { inArray } from "drizzle-orm";
import { queues } from "@/db/schema";
import { withSystem } from "@/db/system";

/** Those of some workspaces in which any department is routed: most batches of the log concern none. */
export async function tenantsWithQueues(among: Iterable<string>): Promise<string[]> {
  const rows = await withSystem((tx) =>
    tx
      .selectDistinct({ tenantId: queues.tenantId })
      .from(queues)
      .where(inArray(queues.tenantId, [...among])),
  );
  return rows.map(({ tenantId }) => tenantId);
}
