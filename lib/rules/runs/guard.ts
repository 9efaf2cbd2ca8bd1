import type { Transaction } from "@/db/transaction";
import type { Reason } from "@/lib/rules/types";

/** How often rules may run in one conversation within an hour, all of them together. */
const mostRunsAnHour = 60;

type Asked = { tenantId: string; ruleId: string; conversationId: string; causeId: string };

const loop: Reason = {
  code: "rule_loop",
  title: "This rule has run in this chain already: what it did, or another rule did after it, set it off again.",
  nextStep: "Add a condition that no longer holds once the rule has run.",
  details: null,
};

const tooOften: Reason = {
  code: "rule_budget_spent",
  title: `Rules have run ${mostRunsAnHour} times in this conversation within an hour.`,
  nextStep: "Look at which rules run here, and narrow their conditions.",
  details: null,
};

const statement = `
  select
    exists (select from rule_runs r where r.tenant_id = $1 and r.cause_id = $4 and r.rule_id = $2
      and r.outcome in ('done', 'refused')) as is_loop,
    (select count(*)::int from rule_runs r where r.tenant_id = $1 and r.conversation_id = $3
      and r.at > now() - interval '1 hour' and r.outcome in ('done', 'refused')) as runs,
    exists (select from rule_runs r where r.tenant_id = $1 and r.cause_id = $4 and r.rule_id = $2
      and r.outcome = 'stopped') as is_told_of_loop,
    exists (select from rule_runs r where r.tenant_id = $1 and r.conversation_id = $3 and r.rule_id = $2
      and r.at > now() - interval '1 hour' and r.outcome = 'stopped' and r.trace->'stop'->>'code' = 'rule_budget_spent')
      as is_told_of_budget`;

type Row = { is_loop: boolean; runs: number; is_told_of_loop: boolean; is_told_of_budget: boolean };

/** Why a rule must not run although its conditions hold. `isNew`: somebody has to be told of it. */
export async function stopOf(tx: Transaction, asked: Asked): Promise<{ stop: Reason; isNew: boolean } | null> {
  const values = [asked.tenantId, asked.ruleId, asked.conversationId, asked.causeId];
  const { rows } = await tx.$client.query<Row>({ name: "stop_of_rule", text: statement, values });
  const [found] = rows;
  if (found?.is_loop) return { stop: loop, isNew: !found.is_told_of_loop };
  if (found && found.runs >= mostRunsAnHour) return { stop: tooOften, isNew: !found.is_told_of_budget };
  return null;
}
