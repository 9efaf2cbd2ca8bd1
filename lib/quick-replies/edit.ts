import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableText } from "@/lib/text";
import { authorizeScope } from "./owner";
import type { EditQuickReply } from "./schemas";
import { findQuickReply, toQuickReply } from "./select";
import { announce, withUniqueShortcut } from "./shared";
import type { QuickReply } from "./types";

export async function editQuickReply(
  actor: Actor,
  { quickReplyId, shortcut, text }: z.output<typeof EditQuickReply.input>,
): Promise<QuickReply> {
  authorize(actor, "quickReplies.manageOwn");
  return withUniqueShortcut(() =>
    withTenant(actor, async (tx) => {
      const { reply } = await findQuickReply(tx, actor, quickReplyId);
      authorizeScope(actor, reply.scope, "quickReplies.manageShared");
      await tx
        .update(quickReplies)
        .set({
          shortcut: storableText(shortcut ?? reply.shortcut),
          text: storableText(text ?? reply.text),
          updatedAt: new Date(),
        })
        .where(and(eq(quickReplies.tenantId, actor.tenantId), eq(quickReplies.id, quickReplyId)));
      await announce(tx, actor, reply);
      return toQuickReply(await findQuickReply(tx, actor, quickReplyId));
    }),
  );
}
