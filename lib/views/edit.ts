import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { savedViews } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableText } from "@/lib/text";
import { findView, toView } from "./find";
import { announce, ownerOf, refuseTooMany } from "./owner";
import type { EditView } from "./schemas";
import type { SavedView } from "./types";

/** Whoever changes what everybody has needs the right to, before and after. */
export async function editView(actor: Actor, input: z.output<typeof EditView.input>): Promise<SavedView> {
  authorize(actor, "views.manageOwn");
  return withTenant(actor, async (tx) => {
    const row = await findView(tx, actor, input.viewId);
    ownerOf(actor, row.memberId === null);
    const memberId = input.isShared === undefined ? row.memberId : ownerOf(actor, input.isShared);
    if (memberId !== row.memberId) await refuseTooMany(tx, actor, memberId);
    const changed = {
      ...row,
      memberId,
      name: storableText(input.name ?? row.name),
      filter: input.filter ?? row.filter,
    };
    await tx
      .update(savedViews)
      .set({ memberId, name: changed.name, filter: changed.filter })
      .where(and(eq(savedViews.tenantId, actor.tenantId), eq(savedViews.id, row.id)));
    await announce(tx, actor, row.id, memberId);
    // What was everybody's and is one's own now has to go from the others' screens.
    if (memberId !== row.memberId) await announce(tx, actor, row.id, null);
    return toView(changed);
  });
}
