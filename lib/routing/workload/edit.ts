import type * as z from "zod";
import { workloads } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { lockTenant } from "@/lib/routing/queue/lock-tenant";
import type { EditWorkload } from "@/lib/routing/schemas";
import { workloadOf } from "@/lib/workload";
import type { WorkloadSettings } from "@/lib/workload/types";

export async function editWorkload(
  actor: Actor,
  input: z.output<typeof EditWorkload.input>,
): Promise<WorkloadSettings> {
  authorize(actor, "routing.manage");
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    await lockTenant(tx, tenantId);
    const settings = { ...(await workloadOf(tx, actor)), ...input };
    await tx
      .insert(workloads)
      .values({ tenantId, ...settings })
      .onConflictDoUpdate({ target: workloads.tenantId, set: settings });
    await recordEvent(tx, actor, { type: "routing.changed", payload: { what: "workload" } });
    return settings;
  });
}
