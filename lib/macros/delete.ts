import { and, eq } from "drizzle-orm";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findMacro, recordChange } from "./write";

export async function deleteMacro(actor: Actor, { macroId }: { macroId: string }): Promise<Record<string, never>> {
  authorize(actor, "macros.manage");
  return withTenant(actor, async (tx) => {
    await findMacro(tx, actor, macroId);
    await tx.delete(macros).where(and(eq(macros.tenantId, actor.tenantId), eq(macros.id, macroId)));
    await recordChange(tx, actor, macroId, "deleted");
    return {};
  });
}
