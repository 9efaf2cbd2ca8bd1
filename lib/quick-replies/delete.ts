import { and, eq } from "drizzle-orm";
import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { authorizeScope } from "./owner";
import { findQuickReply } from "./select";
import { announce } from "./shared";

export async function deleteQuickReply(
  actor: Actor,
  { quickReplyId }: { quickReplyId: string },
): Promise<Record<string, never>> {
  authorize(actor, "quickReplies.manageOwn");
  return withTenant(actor, async (tx) => {
    const { reply } = await findQuickReply(tx, actor, quickReplyId);
    authorizeScope(actor, reply.scope, "quickReplies.manageShared");
    await tx
      .delete(quickReplies)
      .where(and(eq(quickReplies.tenantId, actor.tenantId), eq(quickReplies.id, quickReplyId)));
    await announce(tx, actor, reply);
    return {};
  });
}
