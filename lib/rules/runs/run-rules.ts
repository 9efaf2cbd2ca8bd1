import { and, asc, eq } from "drizzle-orm";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { isPassing } from "@/lib/errors";
import { type RecordedEvent, tenantsWith } from "@/lib/events";
import { log } from "@/lib/log";
import type { RuleRow } from "@/lib/rules/write";
import { isOfActiveTenant } from "@/lib/tenants";
import { act } from "./act";
import { claimRun } from "./claim";

/** Runs, for each event, what its tenant wants done then, rule by rule in their order: a later one sees what an earlier one did. */
export async function runRules(events: readonly RecordedEvent[]): Promise<void> {
  const active = new Map<string, RuleRow[]>();
  const among = new Set(events.map((event) => event.tenantId));
  const isOn = and(eq(rules.isActive, true), isOfActiveTenant(rules.tenantId));
  for (const tenantId of await tenantsWith(rules, among, isOn))
    active.set(tenantId, await activeRules(tenantId));
  for (const event of events) {
    const wanted = active.get(event.tenantId)?.filter((rule) => rule.event === event.type) ?? [];
    for (const rule of wanted) await runOne(rule, event);
  }
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
