import { and, eq, inArray } from "drizzle-orm";
import { departments } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";

/** Another tenant's department does not exist. */
export async function refuseUnknownDepartments(
  tx: Transaction,
  actor: Pick<Actor, "tenantId">,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.tenantId, actor.tenantId), inArray(departments.id, ids)));
  if (known.length === new Set(ids).size) return;
  const message = "One of these departments does not exist.";
  throw new InvalidError(message, { code: "department_not_found", fields: [{ path: "departmentIds", message }] });
}
