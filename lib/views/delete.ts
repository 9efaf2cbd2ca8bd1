import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findView } from "./find";
import { announce, ownerOf } from "./owner";

export async function deleteView(actor: Actor, { viewId }: { viewId: string }): Promise<Record<string, never>> {
  authorize(actor, "views.manageOwn");
  return withTenant(actor, async (tx) => {
    const { memberId } = await findView(tx, actor, viewId);
    ownerOf(actor, memberId === null);
    await tx.delete(savedViews).where(and(eq(savedViews.tenantId, actor.tenantId), eq(savedViews.id, viewId)));
    await announce(tx, actor, viewId, memberId);
    return {};
  });
}
