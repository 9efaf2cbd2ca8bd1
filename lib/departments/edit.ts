import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { findDepartment } from "./find";
import { withMembers } from "./list";
import type { Department, EditDepartment } from "./schemas";
import { setDepartmentMembers, withUniqueName } from "./write";

type Input = z.output<typeof EditDepartment.input>;

export async function editDepartment(actor: Actor, input: Input): Promise<z.output<typeof Department>> {
  authorize(actor, "departments.manage");
  const { departmentId, memberIds, name, closingReasons, asksClosingNote } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const found = await findDepartment(tx, actor, departmentId, { lock: true });
      const row = {
        id: departmentId,
        name: name ?? found.name,
        closingReasons: closingReasons ?? found.closingReasons,
        asksClosingNote: asksClosingNote ?? found.asksClosingNote,
      };
      await tx
        .update(departments)
        .set(row)
        .where(and(eq(departments.tenantId, actor.tenantId), eq(departments.id, departmentId)));
      if (memberIds) await setDepartmentMembers(tx, actor, departmentId, memberIds);
      await recordEvent(tx, actor, { type: "department.changed", departmentId, payload: { created: false } });
      const [edited] = await withMembers(tx, actor, [row]);
      return edited ?? { ...row, memberIds: [] };
    }),
  );
}
