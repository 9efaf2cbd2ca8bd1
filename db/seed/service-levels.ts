import { systemActor } from "@/lib/auth";
import { chooseServiceLevelPolicy, createServiceLevelPolicy, measureServiceLevels } from "@/lib/service-levels";
import type { Workspace } from "./workspace";

/** One department that promises something, generously: the demo should not begin with broken promises. */
export async function seedServiceLevel({ tenantId, departmentIds }: Workspace): Promise<void> {
  const actor = systemActor(tenantId, "seed");
  const departmentId = departmentIds.get("Sales");
  if (!departmentId) return;
  const policy = await createServiceLevelPolicy(actor, {
    name: "Within two days",
    firstReplyMinutes: 2_880,
    nextReplyMinutes: 2_880,
    resolutionMinutes: null,
    inHours: false,
    warnAtPercent: 90,
  });
  await chooseServiceLevelPolicy(actor, { departmentId, policyId: policy.id });
  await measureServiceLevels(actor);
}
