import { and, eq } from "drizzle-orm";
import { departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { findPolicy } from "./shown";

type Choice = { departmentId: string; policyId: string | null };

export async function chooseServiceLevelPolicy(actor: Actor, { departmentId, policyId }: Choice): Promise<Choice> {
  authorize(actor, "serviceLevels.manage");
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId, { lock: true });
    if (policyId !== null) await findPolicy(tx, actor, policyId);
    await tx
      .update(departments)
      .set({ serviceLevelPolicyId: policyId })
      .where(and(eq(departments.tenantId, actor.tenantId), eq(departments.id, departmentId)));
    await recordEvent(tx, actor, { type: "department.changed", departmentId, payload: { created: false } });
    return { departmentId, policyId };
  });
}

export async function readDepartmentServiceLevel(
  actor: Actor,
  { departmentId }: Pick<Choice, "departmentId">,
): Promise<Choice> {
  authorize(actor, "departments.read");
  const own = and(eq(departments.tenantId, actor.tenantId), eq(departments.id, departmentId));
  const [found] = await withTenant(actor, (tx) =>
    tx
      .select({ departmentId: departments.id, policyId: departments.serviceLevelPolicyId })
      .from(departments)
      .where(own),
  );
  if (!found) throw new NotFoundError("department");
  return found;
}
