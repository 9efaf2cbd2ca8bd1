import { and, asc, eq } from "drizzle-orm";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { isPassing } from "@/lib/errors";
import { type RecordedEvent, tenantsWith } from "@/lib/events";
import { atOnce } from "@/lib/jobs";
import { log } from "@/lib/log";
import type { RuleRow } from "@/lib/rules/write";
import { isOfActiveTenant } from "@/lib/tenants";
import { act } from "./act";
import { claimRun } from "./claim";

/** Workspaces whose rules run side by side: one with many does not hold up the others. */
const MOST_AT_ONCE = 4;

/**
 * Runs, for each event, what its tenant wants done then, rule by rule in their order: a later one sees what an earlier one
 * did.
 */
export async function runRules(events: readonly RecordedEvent[], lost?: AbortSignal): Promise<void> {
  const byTenant = Map.groupBy(events, ({ tenantId }) => tenantId);
  const isOn = and(eq(rules.isActive, true), isOfActiveTenant(rules.tenantId));
  await atOnce(MOST_AT_ONCE, await tenantsWith(rules, byTenant.keys(), isOn), async (tenantId) => {
    const active = await activeRules(tenantId);
    for (const event of byTenant.get(tenantId) ?? []) {
      for (const rule of active.filter((each) => each.event === event.type)) {
        lost?.throwIfAborted();
        await runOne(rule, event);
      }
    }
  });
}

function activeRules(tenantId: string): Promise<RuleRow[]> {
  return withTenant(systemActor(tenantId, "rules"), (tx) =>
    tx
      .select()
      .from(rules)
      .where(and(eq(rules.tenantId, tenantId), eq(rules.isActive, true)))
      .orderBy(asc(rules.position), asc(rules.id)),
  );
}

/** A fault of one rule keeps no other from running; a fault of the moment lets the event come again. */
async function runOne(rule: RuleRow, event: RecordedEvent): Promise<void> {
  try {
    const run = await claimRun(rule, event);
    if (run) await act(rule, run);
  } catch (error) {
    if (isPassing(error)) throw error;
    log().error({ error, tenantId: rule.tenantId, ruleId: rule.id }, "A rule could not run.");
  }
}
