import { templateFavourites } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { findTemplate } from "@/lib/templates/find";
import type { Template } from "@/lib/templates/types";
import { memberOf } from "./member-of";

export async function favourTemplate(actor: Actor, { templateId }: { templateId: string }): Promise<Template> {
  authorize(actor, "templates.read");
  return withTenant(actor, async (tx) => {
    const { wabaId, name } = await findTemplate(tx, actor, templateId);
    const memberId = memberOf(actor);
    const [added] = await tx
      .insert(templateFavourites)
      .values({ tenantId: actor.tenantId, memberId, wabaId, name })
      .onConflictDoNothing()
      .returning({ name: templateFavourites.name });
    if (added) await recordEvent(tx, actor, { type: "template.favoured", memberId, payload: { templateId, name } });
    return findTemplate(tx, actor, templateId);
  });
}
