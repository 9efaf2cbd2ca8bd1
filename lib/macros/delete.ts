import { and, eq } from "drizzle-orm";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { authorizeScope } from "@/lib/quick-replies";
import { findMacro } from "./find";
import { recordChange } from "./write";

export async function deleteMacro(actor: Actor, { macroId }: { macroId: string }): Promise<Record<string, never>> {
  authorize(actor, "macros.manageOwn");
  return withTenant(actor, async (tx) => {
    const { macro } = await findMacro(tx, actor, macroId);
    authorizeScope(actor, macro.scope, "macros.manage");
    await tx.delete(macros).where(and(eq(macros.tenantId, actor.tenantId), eq(macros.id, macroId)));
    await recordChange(tx, actor, macro, "deleted");
    return {};
  });
}
