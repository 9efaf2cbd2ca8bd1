import { and, eq, inArray } from "drizzle-orm";
import { departmentMembers, members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError, refuseDuplicate } from "@/lib/errors";

/** Makes the list of members exactly this. @throws {NotFoundError} when one of them is not of this workspace. */
export async function setDepartmentMembers(
  tx: Transaction,
  actor: Actor,
  departmentId: string,
  memberIds: string[],
): Promise<void> {
  const { tenantId } = actor;
  const wanted = [...new Set(memberIds)];
  if (wanted.length > 0) {
    const known = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.tenantId, tenantId), inArray(members.id, wanted)));
    if (known.length !== wanted.length) throw new NotFoundError("member");
  }
  await tx
    .delete(departmentMembers)
    .where(and(eq(departmentMembers.tenantId, tenantId), eq(departmentMembers.departmentId, departmentId)));
  if (wanted.length > 0) {
    await tx.insert(departmentMembers).values(wanted.map((memberId) => ({ tenantId, departmentId, memberId })));
  }
}

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "A department with this name exists.", {
    code: "department_name_taken",
    nextStep: "Choose another name.",
  });
}
