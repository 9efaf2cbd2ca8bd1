import { eq } from "drizzle-orm";
import { workloads } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { AgentLoad, LoadWeights } from "./types";

export type Workload = { capacity: number; agingMinutes: number; weights: LoadWeights };

/** What a workspace has before anybody sets it. */
const first: Workload = {
  capacity: 6,
  agingMinutes: 15,
  weights: { waitingOnUs: 100, waitingOnCustomer: 50, snoozed: 10 },
};

export async function readWorkload(tx: Transaction, tenantId: string): Promise<Workload> {
  const [row] = await tx.select().from(workloads).where(eq(workloads.tenantId, tenantId));
  if (!row) return first;
  return {
    capacity: row.capacity,
    agingMinutes: row.agingMinutes,
    weights: {
      waitingOnUs: row.waitingOnUsPercent,
      waitingOnCustomer: row.waitingOnCustomerPercent,
      snoozed: row.snoozedPercent,
    },
  };
}

export function loadPercent(load: AgentLoad, weights: LoadWeights): number {
  return (
    load.waitingOnUs * weights.waitingOnUs +
    load.waitingOnCustomer * weights.waitingOnCustomer +
    load.snoozed * weights.snoozed
  );
}
