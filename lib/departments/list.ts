import { and, asc, eq, gt, inArray } from "drizzle-orm";
import * as z from "zod";
import { departmentMembers, departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import { shown } from "./find";
import type { Department, ListDepartments } from "./schemas";

type DepartmentView = z.output<typeof Department>;
type Input = z.output<typeof ListDepartments.input>;

export async function listDepartments(
  actor: Actor,
  { cursor, limit }: Input,
): Promise<{ items: DepartmentView[]; nextCursor: string | null }> {
  authorize(actor, "departments.read");
  const after = readCursor(cursor, z.tuple([z.string()]));
  return withTenant(actor, async (tx) => {
    const rows = await tx
      .select(shown)
      .from(departments)
      .where(and(eq(departments.tenantId, actor.tenantId), after && gt(departments.name, after[0])))
      .orderBy(asc(departments.name))
      .limit(limit + 1);
    const page = cutPage(rows, limit, ({ name }) => [name]);
    return { items: await withMembers(tx, actor, page.shown), nextCursor: page.nextCursor };
  });
}

export async function withMembers(
  tx: Transaction,
  actor: Actor,
  rows: Omit<DepartmentView, "memberIds">[],
): Promise<DepartmentView[]> {
  const ids = rows.map(({ id }) => id);
  const memberships =
    ids.length === 0
      ? []
      : await tx
          .select({ departmentId: departmentMembers.departmentId, memberId: departmentMembers.memberId })
          .from(departmentMembers)
          .where(and(eq(departmentMembers.tenantId, actor.tenantId), inArray(departmentMembers.departmentId, ids)))
          .orderBy(asc(departmentMembers.memberId));
  return rows.map((row) => ({
    ...row,
    memberIds: memberships.filter(({ departmentId }) => departmentId === row.id).map(({ memberId }) => memberId),
  }));
}
