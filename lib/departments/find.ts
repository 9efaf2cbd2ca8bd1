import { and, eq } from "drizzle-orm";
import { departments } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";

/** As it is shown, but for its members. */
export const shown = {
  id: departments.id,
  name: departments.name,
  closingReasons: departments.closingReasons,
  asksClosingNote: departments.asksClosingNote,
};

/** @throws {NotFoundError} also for a department of another tenant */
export async function findDepartment(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  departmentId: string,
  { lock = false } = {},
) {
  const found = tx
    .select(shown)
    .from(departments)
    .where(and(eq(departments.tenantId, tenantId), eq(departments.id, departmentId)));
  const [department] = await (lock ? found.for("update") : found);
  if (!department) throw new NotFoundError("department");
  return department;
}
