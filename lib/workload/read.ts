import { eq } from "drizzle-orm";
import { workloads } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { defaultWorkload, type WorkloadSettings } from "./types";

export async function workloadOf(tx: Transaction, { tenantId }: { tenantId: string }): Promise<WorkloadSettings> {
  const [row] = await tx.select().from(workloads).where(eq(workloads.tenantId, tenantId));
  if (!row) return defaultWorkload;
  const { tenantId: _, ...settings } = row;
  return settings;
}
