import { and, eq } from "drizzle-orm";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newWebhookSecret } from "./webhook-secret";
import { findRule, recordChange } from "./write";

/** What waits to be posted is signed with the new one. */
export async function replaceRuleSecret(actor: Actor, { ruleId }: { ruleId: string }): Promise<{ secret: string }> {
  authorize(actor, "rules.manage");
  const { secret, sealed } = await newWebhookSecret(actor.tenantId, ruleId);
  return withTenant(actor, async (tx) => {
    const rule = await findRule(tx, actor, ruleId, { lock: true });
    await tx
      .update(rules)
      .set({ webhookSecretSealed: sealed })
      .where(and(eq(rules.tenantId, actor.tenantId), eq(rules.id, ruleId)));
    await recordChange(tx, actor, rule, "secretReplaced");
    return { secret };
  });
}
