import { and, eq } from "drizzle-orm";
import { rules } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import type { Actor } from "@/lib/auth";
import { NotFoundError, refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { Rule } from "./types";

export type RuleRow = typeof rules.$inferSelect;

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "Another rule has this name.", {
    code: "rule_name_taken",
    nextStep: "Choose another one.",
  });
}

/** The one way to a rule's row. @throws {NotFoundError} */
export async function findRule(
  tx: Transaction,
  { tenantId }: Actor,
  ruleId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<RuleRow> {
  const found = tx
    .select()
    .from(rules)
    .where(and(eq(rules.tenantId, tenantId), eq(rules.id, ruleId)));
  const [row] = await (lock ? found.for("update") : found);
  if (!row) throw new NotFoundError("rule");
  return row;
}

export function toRule({ id, name, isActive, event, conditions, actions, webhookSecretSealed }: RuleRow): Rule {
  return { id, name, isActive, event, conditions, actions, hasWebhookSecret: webhookSecretSealed !== null };
}

/** The last statement of its transaction. */
export async function recordChange(
  tx: Transaction,
  actor: Actor,
  { id, name, isActive }: Pick<Rule, "id" | "name" | "isActive">,
  change: string,
): Promise<void> {
  await recordEvent(tx, actor, { type: "rule.changed", payload: { ruleId: id, change } });
  await recordAudit(tx, actor, { action: `rule.${change}`, target: `rule:${id}`, details: { name, isActive } });
}
