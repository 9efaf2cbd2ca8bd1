import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListRules } from "./schemas";
import type { RuleActivity, RuleListed } from "./types";
import { findRule, type RuleRow, toRule } from "./write";

type Page = { items: RuleListed[]; nextCursor: string | null };

/** In the order in which they run. */
export async function listRules(actor: Actor, { cursor, limit }: z.output<typeof ListRules.input>): Promise<Page> {
  authorize(actor, "rules.manage");
  const after = readCursor(cursor, z.tuple([z.int(), z.uuid()]));
  return withTenant(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(rules)
      .where(
        and(
          eq(rules.tenantId, actor.tenantId),
          after && sql`(${rules.position}, ${rules.id}) > (${after[0]}, ${after[1]}::uuid)`,
        ),
      )
      .orderBy(asc(rules.position), asc(rules.id))
      .limit(limit + 1);
    const { shown, nextCursor } = cutPage(rows, limit, ({ position, id }) => [position, id]);
    return { items: await withActivity(tx, actor, shown), nextCursor };
  });
}

export async function readRule(actor: Actor, { ruleId }: { ruleId: string }): Promise<RuleListed> {
  authorize(actor, "rules.manage");
  return withTenant(actor, async (tx) => {
    const rule = await findRule(tx, actor, ruleId);
    const [listed] = await withActivity(tx, actor, [rule]);
    return listed ?? { ...toRule(rule), ...idle };
  });
}

const idle: RuleActivity = { lastRunAt: null, runsToday: 0, stoppedAt: null };

type ActivityRow = { rule_id: string; last_run_at: Date | null; runs_today: number; stopped_at: Date | null };

const activity = `
  select r.id as rule_id,
    (select max(u.at) from rule_runs u where u.tenant_id = r.tenant_id and u.rule_id = r.id and u.outcome <> 'unmatched')
      as last_run_at,
    (select count(*)::int from rule_runs u where u.tenant_id = r.tenant_id and u.rule_id = r.id
      and u.outcome in ('done', 'refused') and u.at >= date_trunc('day', now(), 'UTC')) as runs_today,
    (select max(u.at) from rule_runs u where u.tenant_id = r.tenant_id and u.rule_id = r.id
      and u.outcome = 'stopped' and u.at > coalesce(r.stop_seen_at, '-infinity')) as stopped_at
  from rules r where r.tenant_id = $1 and r.id = any($2::uuid[])`;

async function withActivity(tx: Transaction, { tenantId }: Actor, rows: RuleRow[]): Promise<RuleListed[]> {
  const { rows: found } = await tx.$client.query<ActivityRow>(activity, [tenantId, rows.map(({ id }) => id)]);
  const byId = new Map(found.map((row) => [row.rule_id, row]));
  return rows.map((row) => {
    const now = byId.get(row.id);
    return {
      ...toRule(row),
      lastRunAt: now?.last_run_at?.toISOString() ?? null,
      runsToday: now?.runs_today ?? 0,
      stoppedAt: now?.stopped_at?.toISOString() ?? null,
    };
  });
}
