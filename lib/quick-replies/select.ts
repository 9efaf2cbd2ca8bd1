import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { departments, quickReplies } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { QuickReply } from "./types";

/** Callers add conditions, order and limit. */
export function selectQuickReplies(tx: Transaction) {
  return tx
    .select({ reply: quickReplies, departmentName: departments.name })
    .from(quickReplies)
    .leftJoin(
      departments,
      and(eq(departments.tenantId, quickReplies.tenantId), eq(departments.id, quickReplies.departmentId)),
    )
    .$dynamic();
}

export type QuickReplyRow = Awaited<ReturnType<typeof selectQuickReplies>>[number];

/** Whose they can use: everybody's, their own, and those of the departments whose conversations they see. */
export function usableBy({ id, visibility, departmentIds }: Actor): SQL | undefined {
  const ofDepartments =
    visibility === "all"
      ? eq(quickReplies.scope, "department")
      : departmentIds.length > 0
        ? inArray(quickReplies.departmentId, departmentIds)
        : undefined;
  return or(eq(quickReplies.scope, "workspace"), eq(quickReplies.memberId, sql`${id}::uuid`), ofDepartments);
}

/** @throws {NotFoundError} also for another member's own */
export async function findQuickReply(tx: Transaction, actor: Actor, quickReplyId: string): Promise<QuickReplyRow> {
  const [row] = await selectQuickReplies(tx).where(
    and(eq(quickReplies.tenantId, actor.tenantId), eq(quickReplies.id, quickReplyId), usableBy(actor)),
  );
  if (!row) throw new NotFoundError("quick reply");
  return row;
}

export function toQuickReply({ reply, departmentName }: QuickReplyRow): QuickReply {
  const { id, scope, departmentId, shortcut, text, updatedAt } = reply;
  const department = departmentId === null ? null : { id: departmentId, name: departmentName ?? "" };
  return { id, scope, department, shortcut, text, updatedAt: updatedAt.toISOString() };
}
