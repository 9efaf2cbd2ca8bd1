import { and, eq } from "drizzle-orm";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findRule, recordChange } from "./write";

/** With what is kept of its runs; what it did stays done. */
export async function deleteRule(actor: Actor, { ruleId }: { ruleId: string }): Promise<Record<string, never>> {
  authorize(actor, "rules.manage");
  return withTenant(actor, async (tx) => {
    const rule = await findRule(tx, actor, ruleId, { lock: true });
    await tx.delete(rules).where(and(eq(rules.tenantId, actor.tenantId), eq(rules.id, ruleId)));
    await recordChange(tx, actor, rule, "deleted");
    return {};
  });
}
