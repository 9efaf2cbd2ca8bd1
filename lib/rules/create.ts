import { eq, max } from "drizzle-orm";
import type * as z from "zod";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { LimitReachedError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { storableJson } from "@/lib/text";
import type { CreateRule } from "./schemas";
import { inOrder, type Rule } from "./types";
import { secretFor } from "./webhook-secret";
import { recordChange, withUniqueName } from "./write";

/** Every event is held against each active rule. */
const MOST_RULES = 200;

/** Comes last in the order. */
export async function createRule(actor: Actor, input: z.output<typeof CreateRule.input>): Promise<Rule> {
  authorize(actor, "rules.manage");
  const { tenantId } = actor;
  const id = newId();
  const rule = storableJson({ id, ...input, actions: inOrder(input.actions) });
  const webhookSecretSealed = await secretFor(tenantId, id, rule.actions);
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const [known] = await tx
        .select({ count: tx.$count(rules, eq(rules.tenantId, tenantId)), last: max(rules.position) })
        .from(rules)
        .where(eq(rules.tenantId, tenantId));
      if ((known?.count ?? 0) >= MOST_RULES) {
        throw new LimitReachedError(`A workspace has at most ${MOST_RULES} rules.`, {
          code: "too_many_rules",
          nextStep: "Delete one that is of no use any more.",
        });
      }
      const position = (known?.last ?? -1) + 1;
      await tx.insert(rules).values({ tenantId, ...rule, position, webhookSecretSealed });
      await recordChange(tx, actor, rule, "created");
      return { ...rule, hasWebhookSecret: webhookSecretSealed !== null };
    }),
  );
}
