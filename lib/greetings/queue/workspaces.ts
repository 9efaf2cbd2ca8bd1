import { inArray } from "drizzle-orm";
import { tenants } from "@/db/schema";
import { withSystem } from "@/db/system";
import { tenantSealer } from "@/lib/vault";

/** What a greeting needs of its workspace that no transaction inside it can read. */
export type Workspace = { name: string; seal: Awaited<ReturnType<typeof tenantSealer>> };

export async function readWorkspaces(tenantIds: string[]): Promise<Map<string, Workspace>> {
  const rows = await withSystem((tx) =>
    tx.select({ id: tenants.id, name: tenants.name }).from(tenants).where(inArray(tenants.id, tenantIds)),
  );
  const workspaces = rows.map(async ({ id, name }) => [id, { name, seal: await tenantSealer(id) }] as const);
  return new Map(await Promise.all(workspaces));
}
