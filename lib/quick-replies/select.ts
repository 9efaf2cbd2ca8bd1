import { and, eq } from "drizzle-orm";
import { departments, quickReplies } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { usableBy } from "./owner";
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

/** @throws {NotFoundError} also for another member's own */
export async function findQuickReply(tx: Transaction, actor: Actor, quickReplyId: string): Promise<QuickReplyRow> {
  const [row] = await selectQuickReplies(tx).where(
    and(eq(quickReplies.tenantId, actor.tenantId), eq(quickReplies.id, quickReplyId), usableBy(actor, quickReplies)),
  );
  if (!row) throw new NotFoundError("quick reply");
  return row;
}

export function toQuickReply({ reply, departmentName }: QuickReplyRow): QuickReply {
  const { id, scope, departmentId, shortcut, text, updatedAt } = reply;
  const department = departmentId === null ? null : { id: departmentId, name: departmentName ?? "" };
  return { id, scope, department, shortcut, text, updatedAt: updatedAt.toISOString() };
}
