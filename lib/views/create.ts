import type * as z from "zod";
import { savedViews } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import { announce, ownerOf, refuseTooMany } from "./owner";
import type { CreateView } from "./schemas";
import type { SavedView } from "./types";

export async function createView(actor: Actor, input: z.output<typeof CreateView.input>): Promise<SavedView> {
  authorize(actor, "views.manageOwn");
  const memberId = ownerOf(actor, input.isShared);
  const view = { id: newId(), name: storableText(input.name), filter: input.filter };
  return withTenant(actor, async (tx) => {
    await refuseTooMany(tx, actor, memberId);
    await tx.insert(savedViews).values({ tenantId: actor.tenantId, memberId, ...view });
    await announce(tx, actor, view.id, memberId);
    return { ...view, isShared: input.isShared };
  });
}
