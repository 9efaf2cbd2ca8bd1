import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableJson } from "@/lib/text";
import type { EditRule } from "./schemas";
import { inOrder, type Rule } from "./types";
import { secretFor } from "./webhook-secret";
import { findRule, recordChange, toRule, withUniqueName } from "./write";

/** What ran before keeps its trace as it was. */
export async function editRule(actor: Actor, input: z.output<typeof EditRule.input>): Promise<Rule> {
  authorize(actor, "rules.manage");
  const { ruleId, name, isActive, event, conditions, actions } = storableJson(input);
  const firstSecret = await secretFor(actor.tenantId, ruleId, actions ?? []);
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const before = await findRule(tx, actor, ruleId, { lock: true });
      const after = {
        ...before,
        name: name ?? before.name,
        isActive: isActive ?? before.isActive,
        event: event ?? before.event,
        conditions: conditions ?? before.conditions,
        actions: inOrder(actions ?? before.actions),
        webhookSecretSealed: before.webhookSecretSealed ?? firstSecret,
      };
      await tx
        .update(rules)
        .set(after)
        .where(and(eq(rules.tenantId, actor.tenantId), eq(rules.id, ruleId)));
      await recordChange(tx, actor, after, changeBetween(before, after));
      return toRule(after);
    }),
  );
}

function changeBetween(before: Pick<Rule, "isActive">, after: Pick<Rule, "isActive">): string {
  if (before.isActive === after.isActive) return "edited";
  return after.isActive ? "switchedOn" : "switchedOff";
}
