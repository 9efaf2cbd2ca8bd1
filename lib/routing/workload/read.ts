import { eq } from "drizzle-orm";
import { workloads } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { defaultWorkload, type WorkloadSettings } from "@/lib/routing/types";

export async function readWorkload(actor: Actor): Promise<WorkloadSettings> {
  authorize(actor, "queues.read");
  return withTenant(actor, (tx) => workloadOf(tx, actor));
}

export async function workloadOf(tx: Transaction, { tenantId }: Pick<Actor, "tenantId">): Promise<WorkloadSettings> {
  const [row] = await tx.select().from(workloads).where(eq(workloads.tenantId, tenantId));
  if (!row) return defaultWorkload;
  const { tenantId: _, ...settings } = row;
  return settings;
}
