import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { shown, withMembers } from "./list";
import type { Department, EditDepartment } from "./schemas";
import { setDepartmentMembers, withUniqueName } from "./write";

type Input = z.output<typeof EditDepartment.input>;

export async function editDepartment(actor: Actor, input: Input): Promise<z.output<typeof Department>> {
  authorize(actor, "departments.manage");
  const { departmentId, memberIds, name, closingReasons, asksClosingNote } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const own = and(eq(departments.tenantId, actor.tenantId), eq(departments.id, departmentId));
      const [found] = await tx.select(shown).from(departments).where(own).for("update");
      if (!found) throw new NotFoundError("department");
      const row = {
        id: departmentId,
        name: name ?? found.name,
        closingReasons: closingReasons ?? found.closingReasons,
        asksClosingNote: asksClosingNote ?? found.asksClosingNote,
      };
      await tx.update(departments).set(row).where(own);
      if (memberIds) await setDepartmentMembers(tx, actor, departmentId, memberIds);
      await recordEvent(tx, actor, { type: "department.changed", departmentId, payload: { created: false } });
      const [edited] = await withMembers(tx, actor, [row]);
      return edited ?? { ...row, memberIds: [] };
    }),
  );
}
