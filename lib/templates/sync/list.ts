import { asc, eq } from "drizzle-orm";
import { templateSyncs } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { TemplateSync } from "@/lib/templates/types";
import { toSync } from "./to-sync";

/** One for each account; none before a number was connected. */
export async function listTemplateSyncs(actor: Actor): Promise<{ items: TemplateSync[] }> {
  authorize(actor, "templates.read");
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(templateSyncs)
      .where(eq(templateSyncs.tenantId, actor.tenantId))
      .orderBy(asc(templateSyncs.wabaId)),
  );
  return { items: rows.map(toSync) };
}
