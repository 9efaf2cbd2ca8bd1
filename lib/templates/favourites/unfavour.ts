import { and, eq } from "drizzle-orm";
import { templateFavourites } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { findTemplate } from "@/lib/templates/find";
import type { Template } from "@/lib/templates/types";
import { memberOf } from "./member-of";

export async function unfavourTemplate(actor: Actor, { templateId }: { templateId: string }): Promise<Template> {
  authorize(actor, "templates.read");
  return withTenant(actor, async (tx) => {
    const { wabaId, name } = await findTemplate(tx, actor, templateId);
    const memberId = memberOf(actor);
    const [dropped] = await tx
      .delete(templateFavourites)
      .where(
        and(
          eq(templateFavourites.tenantId, actor.tenantId),
          eq(templateFavourites.memberId, memberId),
          eq(templateFavourites.wabaId, wabaId),
          eq(templateFavourites.name, name),
        ),
      )
      .returning({ name: templateFavourites.name });
    if (dropped) await recordEvent(tx, actor, { type: "template.unfavoured", memberId, payload: { templateId, name } });
    return findTemplate(tx, actor, templateId);
  });
}
