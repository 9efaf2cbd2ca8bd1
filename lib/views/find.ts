import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { SavedView } from "./types";

type ViewRow = typeof savedViews.$inferSelect;

/** One's own and everybody's: another member's own is not there. */
export function usableBy({ tenantId, kind, id }: Actor): SQL | undefined {
  const own = kind === "member" ? eq(savedViews.memberId, id) : undefined;
  return and(eq(savedViews.tenantId, tenantId), or(isNull(savedViews.memberId), own));
}

/** @throws {NotFoundError} */
export async function findView(tx: Transaction, actor: Actor, viewId: string): Promise<ViewRow> {
  const [row] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), usableBy(actor)))
    .for("update");
  if (!row) throw new NotFoundError("view");
  return row;
}

export function toView({ id, name, memberId, filter }: ViewRow): SavedView {
  return { id, name, isShared: memberId === null, filter };
}
