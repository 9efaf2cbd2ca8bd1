import { and, asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { departmentSkills, departments, queues } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import type { DepartmentRouting } from "@/lib/routing/schemas";
import { byHand } from "@/lib/routing/types";

type Shown = z.output<typeof DepartmentRouting>;

/** A department of which nothing was said is routed by hand. */
export async function readDepartmentRouting(actor: Actor, input: { departmentId: string }): Promise<Shown> {
  authorize(actor, "queues.read");
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, input.departmentId);
    return routingOf(tx, actor, input.departmentId);
  });
}

export async function routingOf(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  departmentId: string,
): Promise<Shown> {
  const [row] = await tx
    .select()
    .from(queues)
    .where(and(eq(queues.tenantId, tenantId), eq(queues.departmentId, departmentId)));
  const [department] = await tx
    .select({ languages: departments.languages })
    .from(departments)
    .where(and(eq(departments.tenantId, tenantId), eq(departments.id, departmentId)));
  const needed = await tx
    .select({ skillId: departmentSkills.skillId })
    .from(departmentSkills)
    .where(and(eq(departmentSkills.tenantId, tenantId), eq(departmentSkills.departmentId, departmentId)))
    .orderBy(asc(departmentSkills.skillId));
  const { tenantId: _, ...settings } = row ?? { tenantId, ...byHand };
  return {
    ...settings,
    departmentId,
    skillIds: needed.map(({ skillId }) => skillId),
    languages: department?.languages ?? [],
  };
}
