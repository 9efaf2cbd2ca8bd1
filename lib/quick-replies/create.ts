import type * as z from "zod";
import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import { authorizeScope, ownerOf } from "./owner";
import type { CreateQuickReply } from "./schemas";
import { findQuickReply, toQuickReply } from "./select";
import { announce, withUniqueShortcut } from "./shared";
import type { QuickReply } from "./types";

export async function createQuickReply(
  actor: Actor,
  input: z.output<typeof CreateQuickReply.input>,
): Promise<QuickReply> {
  authorize(actor, "quickReplies.manageOwn");
  authorizeScope(actor, input.scope, "quickReplies.manageShared");
  const id = newId();
  return withUniqueShortcut(() =>
    withTenant(actor, async (tx) => {
      const owner = await ownerOf(tx, actor, input);
      await tx.insert(quickReplies).values({
        ...{ tenantId: actor.tenantId, id, ...owner },
        shortcut: storableText(input.shortcut),
        text: storableText(input.text),
      });
      await announce(tx, actor, owner);
      return toQuickReply(await findQuickReply(tx, actor, id));
    }),
  );
}
