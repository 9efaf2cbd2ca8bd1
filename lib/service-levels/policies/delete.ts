import { and, eq } from "drizzle-orm";
import { departments, serviceLevelPolicies, serviceLevels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { findPolicy } from "./shown";

type Input = { policyId: string };

/** What runs by it ends when the reader comes to the event; what has ended stays, as the history of a promise. */
export async function deleteServiceLevelPolicy(actor: Actor, { policyId }: Input): Promise<Record<string, never>> {
  authorize(actor, "serviceLevels.manage");
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    await findPolicy(tx, actor, policyId);
    await tx
      .update(departments)
      .set({ serviceLevelPolicyId: null })
      .where(and(eq(departments.tenantId, tenantId), eq(departments.serviceLevelPolicyId, policyId)));
    await tx
      .update(serviceLevels)
      .set({ policyId: null })
      .where(and(eq(serviceLevels.tenantId, tenantId), eq(serviceLevels.policyId, policyId)));
    await tx
      .delete(serviceLevelPolicies)
      .where(and(eq(serviceLevelPolicies.tenantId, tenantId), eq(serviceLevelPolicies.id, policyId)));
    await recordEvent(tx, actor, { type: "serviceLevelPolicy.changed", payload: { policyId, change: "deleted" } });
    return {};
  });
}
