import { and, eq } from "drizzle-orm";
import { ruleRuns } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type RecordedEvent, recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { evaluate } from "@/lib/rules/evaluate";
import type { ActionTrace, RuleEvent, RuleOutcome, RuleTrace } from "@/lib/rules/types";
import type { RuleRow } from "@/lib/rules/write";
import { tenantSealer } from "@/lib/vault";
import { chainOf } from "./chain-of";
import { stopOf } from "./guard";
import { queueWebhook } from "./queue-webhook";
import { readFacts, type Seen } from "./read-facts";

/** `isAgain`: it was broken off, and some of it may have been done. */
export type Run = { id: string; causeId: string; conversationId: string; trace: RuleTrace; isAgain: boolean };

/** Who acts in a run, and in which chain. */
export function actorOfRun(rule: RuleRow, causeId: string): Actor {
  return { ...systemActor(rule.tenantId, `rule:${rule.id}`), causeId };
}

/**
 * Judges a rule by one event and writes the run, with what it posts, in one transaction: of readers that come to the same
 * event, or come again, one does. Answers with what is still to be done, also of a run that was broken off.
 */
export async function claimRun(rule: RuleRow, event: RecordedEvent): Promise<Run | null> {
  const { tenantId } = rule;
  const { conversationId, messageId, at } = event;
  if (conversationId === null) return null;
  const causeId = chainOf(event);
  const actor = actorOfRun(rule, causeId);
  const seal = await tenantSealer(tenantId);
  return withTenant(actor, async (tx) => {
    const seen = (await readFacts(tx, tenantId, [{ conversationId, messageId, at }])).get(0);
    if (!seen) return null;
    const verdict = evaluate(rule.conditions, seen.facts);
    const asked = { tenantId, ruleId: rule.id, conversationId, causeId };
    const stopped = verdict.held ? await stopOf(tx, asked) : null;
    const outcome = !verdict.held ? "unmatched" : stopped ? "stopped" : "done";
    const trace: RuleTrace = {
      ...verdict,
      event: { type: event.type as RuleEvent, at, actor: event.actor, messageId },
      sawAssigneeId: seen.assigneeId,
      actions: outcome === "done" ? rule.actions.map(pending) : [],
      stop: stopped?.stop ?? null,
    };
    const run = { id: newId(), causeId, conversationId, trace, isAgain: false };
    if (!(await insert(tx, rule, run, event.cursor, outcome))) return unfinished(tx, rule, event.cursor);
    for (const { action } of trace.actions) {
      if (action.kind === "webhook") await queueWebhook(tx, { rule, run, seen, action, seal });
    }
    await announce(tx, actor, { rule, run, seen, outcome, isNew: stopped?.isNew ?? false });
    return outcome === "done" ? run : null;
  });
}

/** What is posted waits in its queue from here on. */
function pending(action: ActionTrace["action"]): ActionTrace {
  return { id: newId(), action, outcome: action.kind === "webhook" ? "done" : "pending", refusal: null };
}

async function insert(
  tx: Transaction,
  rule: RuleRow,
  { isAgain: _, ...run }: Run,
  eventCursor: string,
  outcome: RuleOutcome,
) {
  const row = { tenantId: rule.tenantId, ruleId: rule.id, ...run, eventCursor, outcome, at: new Date() };
  const written = await tx.insert(ruleRuns).values(row).onConflictDoNothing().returning({ id: ruleRuns.id });
  return written.length === 1;
}

async function unfinished(tx: Transaction, { tenantId, id }: RuleRow, eventCursor: string): Promise<Run | null> {
  const [run] = await tx
    .select()
    .from(ruleRuns)
    .where(and(eq(ruleRuns.tenantId, tenantId), eq(ruleRuns.ruleId, id), eq(ruleRuns.eventCursor, eventCursor)));
  return run?.trace.actions.some(({ outcome }) => outcome === "pending") ? { ...run, isAgain: true } : null;
}

type News = { rule: RuleRow; run: Run; seen: Seen; outcome: RuleOutcome; isNew: boolean };

async function announce(tx: Transaction, actor: Actor, { rule, run, seen, outcome, isNew }: News): Promise<void> {
  const { contactId, channelId, departmentId } = seen;
  const refs = { conversationId: run.conversationId, contactId, channelId, departmentId };
  const payload = { ruleId: rule.id, name: rule.name, runId: run.id };
  if (outcome === "done") await recordEvent(tx, actor, { type: "rule.ran", ...refs, payload });
  if (outcome === "stopped" && isNew) {
    await recordEvent(tx, actor, {
      type: "rule.stopped",
      ...refs,
      payload: { ...payload, code: run.trace.stop?.code },
    });
    // Also to those who may not see the conversation: the rule is theirs.
    await recordEvent(tx, actor, { type: "rule.changed", payload: { ruleId: rule.id, change: "stopped" } });
  }
}
