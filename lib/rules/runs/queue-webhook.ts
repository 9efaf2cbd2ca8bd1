import { ruleWebhooks } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { newId } from "@/lib/ids";
import type { RuleAction } from "@/lib/rules/types";
import { webhookBodyContext } from "@/lib/rules/webhook-body";
import type { RuleRow } from "@/lib/rules/write";
import type { Run } from "./claim";
import type { Seen } from "./read-facts";

type Posting = {
  rule: RuleRow;
  run: Run;
  seen: Seen;
  action: Extract<RuleAction, { kind: "webhook" }>;
  seal: (plain: string, context: string) => Buffer;
};

/** What is posted later, as it is now: ids, and of the facts only those that the rule names. */
export async function queueWebhook(tx: Transaction, { rule, run, seen, action, seal }: Posting): Promise<void> {
  const id = newId();
  const body = JSON.stringify({
    type: "rule.matched",
    timestamp: new Date().toISOString(),
    data: {
      ruleId: rule.id,
      runId: run.id,
      event: run.trace.event.type,
      conversationId: run.conversationId,
      contactId: seen.contactId,
      messageId: run.trace.event.messageId,
      facts: Object.fromEntries(action.facts.map((fact) => [fact, seen.facts[fact] ?? null])),
    },
  });
  const bodySealed = seal(body, webhookBodyContext(id));
  await tx
    .insert(ruleWebhooks)
    .values({ tenantId: rule.tenantId, id, runId: run.id, url: action.url, bodySealed, dueAt: new Date() });
}
