import type * as z from "zod";
import { departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { withMembers } from "./list";
import type { CreateDepartment, Department } from "./schemas";
import { setDepartmentMembers, withUniqueName } from "./write";

type Input = z.output<typeof CreateDepartment.input>;

export async function createDepartment(actor: Actor, input: Input): Promise<z.output<typeof Department>> {
  authorize(actor, "departments.manage");
  const { memberIds, ...wanted } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const row = { id: newId(), ...wanted };
      await tx.insert(departments).values({ ...row, tenantId: actor.tenantId });
      await setDepartmentMembers(tx, actor, row.id, memberIds);
      await recordEvent(tx, actor, { type: "department.changed", departmentId: row.id, payload: { created: true } });
      const [created] = await withMembers(tx, actor, [row]);
      return created ?? { ...row, memberIds: [] };
    }),
  );
}
