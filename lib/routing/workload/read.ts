import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { workloadOf } from "@/lib/workload";
import type { WorkloadSettings } from "@/lib/workload/types";

export async function readWorkload(actor: Actor): Promise<WorkloadSettings> {
  authorize(actor, "queues.read");
  return withTenant(actor, (tx) => workloadOf(tx, actor));
}
