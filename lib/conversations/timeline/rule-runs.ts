import { and, eq, inArray } from "drizzle-orm";
import { ruleRuns, rules } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { TimelineEntry } from "@/lib/conversations/types";
import type { TimelineRow } from "./list";

type Row = Pick<TimelineRow, "actor" | "cause_id" | "payload">;

const BY_RULE = "system:rule:";

/** The runs of rules that did some of these: a rule acts once in a chain. Of a deleted rule there is none. */
export async function ruleRunsOf(
  tx: Transaction,
  tenantId: string,
  rows: readonly Row[],
): Promise<(row: Row) => TimelineEntry["ruleRun"]> {
  const chains = rows.flatMap(({ actor, cause_id }) => (cause_id && actor.startsWith(BY_RULE) ? [cause_id] : []));
  if (chains.length === 0) return () => null;
  const { id, ruleId, causeId, conversationId, outcome } = ruleRuns;
  const runs = await tx
    .select({ id, causeId, conversationId, outcome, rule: { id: ruleId, name: rules.name } })
    .from(ruleRuns)
    .innerJoin(rules, and(eq(rules.tenantId, tenantId), eq(rules.id, ruleId)))
    .where(
      and(
        eq(ruleRuns.tenantId, tenantId),
        inArray(causeId, [...new Set(chains)]),
        inArray(outcome, ["done", "refused", "stopped"]),
      ),
    );
  return ({ actor, cause_id, payload }) => {
    const own = runs.filter((run) => run.causeId === cause_id && actor === `${BY_RULE}${run.rule.id}`);
    // What tells of a run names it; all else was done by the one that was not stopped.
    const run = own.find((each) =>
      typeof payload.runId === "string" ? each.id === payload.runId : each.outcome !== "stopped",
    );
    return run ? { id: run.id, conversationId: run.conversationId, rule: run.rule } : null;
  };
}
