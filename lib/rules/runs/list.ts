import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { contacts, conversations, ruleRuns, ruleWebhooks } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { displayName } from "@/lib/contacts";
import { visibleTo } from "@/lib/conversations";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ListRuleRuns } from "@/lib/rules/schemas";
import type { RuleRun, WebhookTrace } from "@/lib/rules/types";
import { findRule } from "@/lib/rules/write";

type Page = { items: RuleRun[]; nextCursor: string | null };

/** What a rule did, the latest first, in conversations that the asker may see. */
export async function listRuleRuns(actor: Actor, input: z.output<typeof ListRuleRuns.input>): Promise<Page> {
  authorize(actor, "rules.manage");
  const { ruleId, outcome, cursor, limit } = input;
  const after = readCursor(cursor, TimePlace);
  return withTenant(actor, async (tx) => {
    await findRule(tx, actor, ruleId);
    const isAfter = after && sql`(${ruleRuns.at}, ${ruleRuns.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
    const wanted = outcome ? eq(ruleRuns.outcome, outcome) : undefined;
    const rows = await selectRuns(tx, actor, and(eq(ruleRuns.ruleId, ruleId), wanted, isAfter), limit + 1);
    const { shown, nextCursor } = cutPage(rows, limit, ({ run }) => [run.at.toISOString(), run.id]);
    return { items: await toRuns(tx, actor, shown), nextCursor };
  });
}

export function selectRuns(tx: Transaction, actor: Actor, condition: SQL | undefined, limit: number) {
  const { tenantId } = actor;
  return tx
    .select({
      run: ruleRuns,
      contact: { name: contacts.name, profileName: contacts.profileName, username: contacts.username },
    })
    .from(ruleRuns)
    .innerJoin(conversations, and(eq(conversations.tenantId, tenantId), eq(conversations.id, ruleRuns.conversationId)))
    .innerJoin(contacts, and(eq(contacts.tenantId, tenantId), eq(contacts.id, conversations.contactId)))
    .where(and(eq(ruleRuns.tenantId, tenantId), condition, visibleTo(actor)))
    .orderBy(desc(ruleRuns.at), desc(ruleRuns.id))
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof selectRuns>>[number];
type Webhooks = Map<string, WebhookTrace[]>;

export async function toRuns(tx: Transaction, actor: Actor, rows: Row[]): Promise<RuleRun[]> {
  const webhooks = await webhooksOf(tx, actor, rows);
  return rows.map(({ run, contact }) => ({
    id: run.id,
    ruleId: run.ruleId,
    at: run.at.toISOString(),
    outcome: run.outcome,
    conversation: { id: run.conversationId, contactName: displayName({ ...contact, phone: null }) },
    causeId: run.causeId,
    trace: run.trace,
    webhooks: webhooks.get(run.id) ?? [],
  }));
}

async function webhooksOf(tx: Transaction, { tenantId }: Actor, rows: Row[]): Promise<Webhooks> {
  const ids = rows.filter(({ run }) => run.outcome !== "unmatched").map(({ run }) => run.id);
  if (ids.length === 0) return new Map();
  const found = await tx
    .select()
    .from(ruleWebhooks)
    .where(and(eq(ruleWebhooks.tenantId, tenantId), inArray(ruleWebhooks.runId, ids)))
    .orderBy(asc(ruleWebhooks.id));
  return new Map(
    [...Map.groupBy(found, ({ runId }) => runId)].map(([runId, list]) => [runId, list.map(toWebhookTrace)]),
  );
}

function toWebhookTrace({ url, attempts, doneAt, answer }: typeof ruleWebhooks.$inferSelect): WebhookTrace {
  const hasArrived = /^2\d\d$/.test(answer ?? "");
  return { url, attempts, answer, state: doneAt === null ? "waiting" : hasArrived ? "arrived" : "given_up" };
}
