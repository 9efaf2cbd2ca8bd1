import { and, eq, sql } from "drizzle-orm";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";

/** Of rules that the guard stopped: what waits for an admin, whoever was there when it happened. */
export async function countStoppedRules(actor: Actor): Promise<{ count: number }> {
  authorize(actor, "rules.manage");
  const { tenantId } = actor;
  const isStopped = sql`exists (select from rule_runs u where u.tenant_id = ${tenantId} and u.rule_id = ${rules.id}
    and u.outcome = 'stopped' and u.at > coalesce(${rules.stopSeenAt}, '-infinity'))`;
  return withTenant(actor, async (tx) => ({
    count: await tx.$count(rules, and(eq(rules.tenantId, tenantId), isStopped)),
  }));
}

export async function seeRuleStop(actor: Actor, { ruleId }: { ruleId: string }): Promise<Record<string, never>> {
  authorize(actor, "rules.manage");
  return withTenant(actor, async (tx) => {
    const seen = await tx
      .update(rules)
      .set({ stopSeenAt: sql`clock_timestamp()` })
      .where(and(eq(rules.tenantId, actor.tenantId), eq(rules.id, ruleId)))
      .returning({ id: rules.id });
    if (seen.length === 0) throw new NotFoundError("rule");
    await recordEvent(tx, actor, { type: "rule.changed", payload: { ruleId, change: "stopSeen" } });
    return {};
  });
}
