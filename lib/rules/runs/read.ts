import { and, asc, eq, ne, type SQL } from "drizzle-orm";
import type * as z from "zod";
import { ruleRuns, rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize, can } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { ReadConversationRuleRun, ReadRuleRun } from "@/lib/rules/schemas";
import type { ChainLink, RuleAction, RuleRun } from "@/lib/rules/types";
import { selectRuns, toRuns } from "./list";

type RunInChain = RuleRun & { chain: ChainLink[] };

export async function readRuleRun(
  actor: Actor,
  { ruleId, runId }: z.output<typeof ReadRuleRun.input>,
): Promise<RunInChain> {
  authorize(actor, "rules.manage");
  return withTenant(actor, (tx) => findRun(tx, actor, and(eq(ruleRuns.ruleId, ruleId), eq(ruleRuns.id, runId))));
}

/** Whoever may see the conversation may know which rule did something there, and why. */
export async function readConversationRuleRun(
  actor: Actor,
  { conversationId, runId }: z.output<typeof ReadConversationRuleRun.input>,
): Promise<RunInChain> {
  authorize(actor, "conversations.read");
  const run = await withTenant(actor, (tx) =>
    findRun(tx, actor, and(eq(ruleRuns.conversationId, conversationId), eq(ruleRuns.id, runId))),
  );
  return can(actor, "rules.manage") ? run : withoutPaths(run);
}

/** @throws {NotFoundError} also where the asker may not see the conversation */
async function findRun(tx: Transaction, actor: Actor, condition: SQL | undefined): Promise<RunInChain> {
  const [run] = await toRuns(tx, actor, await selectRuns(tx, actor, condition, 1));
  if (!run) throw new NotFoundError("rule run");
  return { ...run, chain: await linksOf(tx, actor, run.causeId) };
}

async function linksOf(tx: Transaction, { tenantId }: Actor, causeId: string): Promise<ChainLink[]> {
  const isOfChain = and(eq(ruleRuns.tenantId, tenantId), eq(ruleRuns.causeId, causeId));
  const { id: runId, ruleId, outcome, at } = ruleRuns;
  const links = await tx
    .select({ runId, ruleId, ruleName: rules.name, outcome, at })
    .from(ruleRuns)
    .innerJoin(rules, and(eq(rules.tenantId, tenantId), eq(rules.id, ruleRuns.ruleId)))
    .where(and(isOfChain, ne(outcome, "unmatched")))
    .orderBy(asc(at), asc(runId))
    .limit(100);
  return links.map((link) => ({ ...link, at: link.at.toISOString() }));
}

/** Behind its host, an address often holds a secret. */
function withoutPaths(run: RunInChain): RunInChain {
  const actions = run.trace.actions.map((step) => ({ ...step, action: actionWithoutPath(step.action) }));
  const webhooks = run.webhooks.map((webhook) => ({ ...webhook, url: originOf(webhook.url) }));
  return { ...run, trace: { ...run.trace, actions }, webhooks };
}

function actionWithoutPath(action: RuleAction): RuleAction {
  return action.kind === "webhook" ? { ...action, url: originOf(action.url) } : action;
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? "";
}
