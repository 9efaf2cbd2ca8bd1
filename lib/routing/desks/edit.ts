import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { departmentSkills, departments, queues } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { refuseUnknownSkills } from "@/lib/members";
import { lockTenant } from "@/lib/routing/queue/lock-tenant";
import type { DepartmentRouting, EditDepartmentRouting } from "@/lib/routing/schemas";
import { routingOf } from "./read";

type Shown = z.output<typeof DepartmentRouting>;

/** No plan is under way while it changes: each is made by the old way or by the new one. */
export async function editDepartmentRouting(
  actor: Actor,
  input: z.output<typeof EditDepartmentRouting.input>,
): Promise<Shown> {
  authorize(actor, "routing.manage");
  const { tenantId } = actor;
  const { departmentId, languages, skillIds, ...changes } = input;
  return withTenant(actor, async (tx) => {
    await lockTenant(tx, tenantId);
    await findDepartment(tx, actor, departmentId, { lock: true });
    const { languages: _, skillIds: __, ...before } = await routingOf(tx, actor, departmentId);
    const settings = { ...before, ...changes };
    await refuseSelf(tx, actor, settings);
    await tx
      .insert(queues)
      .values({ tenantId, ...settings })
      .onConflictDoUpdate({ target: [queues.tenantId, queues.departmentId], set: settings });
    if (skillIds) await replaceSkills(tx, actor, departmentId, skillIds);
    if (languages) {
      await tx
        .update(departments)
        .set({ languages: [...new Set(languages)] })
        .where(and(eq(departments.tenantId, tenantId), eq(departments.id, departmentId)));
    }
    await recordEvent(tx, actor, { type: "routing.changed", departmentId, payload: { what: "department" } });
    return routingOf(tx, actor, departmentId);
  });
}

async function refuseSelf(
  tx: Transaction,
  actor: Actor,
  { departmentId, overflowDepartmentId }: Pick<Shown, "departmentId" | "overflowDepartmentId">,
): Promise<void> {
  if (overflowDepartmentId === null) return;
  if (overflowDepartmentId !== departmentId) {
    await findDepartment(tx, actor, overflowDepartmentId);
    return;
  }
  throw new InvalidError("A department cannot help itself out.", {
    code: "overflow_to_itself",
    nextStep: "Choose another department, or none.",
  });
}

async function replaceSkills(tx: Transaction, actor: Actor, departmentId: string, skillIds: string[]): Promise<void> {
  const { tenantId } = actor;
  const wanted = await refuseUnknownSkills(tx, actor, skillIds);
  await tx
    .delete(departmentSkills)
    .where(and(eq(departmentSkills.tenantId, tenantId), eq(departmentSkills.departmentId, departmentId)));
  if (wanted.length > 0) {
    await tx.insert(departmentSkills).values(wanted.map((skillId) => ({ tenantId, departmentId, skillId })));
  }
}
