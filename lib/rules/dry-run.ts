import { and, eq, inArray, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { evaluate } from "./evaluate";
import { type Moment, readFacts } from "./runs/read-facts";
import type { DryRunRule } from "./schemas";
import type { DryRunCase, RuleEvent } from "./types";

/** Of the log, so much is looked through for events of one type: a rare one is not sought for years back. */
const MOST_LOOKED_THROUGH = 50_000;

/**
 * Judges past events by a rule, the latest first: the message as it came then, all else as it is now. What acts is not
 * asked, and the database refuses to write.
 */
export async function dryRunRule(
  actor: Actor,
  { event, conditions, limit }: z.output<typeof DryRunRule.input>,
): Promise<{ cases: DryRunCase[] }> {
  authorize(actor, "rules.manage");
  return withTenant(actor, async (tx) => {
    await tx.execute(sql`set transaction read only`);
    const moments = await visibleMoments(tx, actor, await momentsOf(tx, actor, event, limit));
    const seen = await readFacts(tx, actor.tenantId, moments);
    const cases = moments.flatMap(({ conversationId, at }, place) => {
      const now = seen.get(place);
      if (!now) return [];
      const conversation = { id: conversationId, contactName: now.contactName };
      return [{ conversation, at, verdict: evaluate(conditions, now.facts) }];
    });
    return { cases };
  });
}

const statement = `
  select e.conversation_id, e.message_id, e.at from (
    select e.type, e.conversation_id, e.message_id, e.at, e.xid, e.seq from events e
    where e.tenant_id = $1 order by e.xid desc, e.seq desc limit ${MOST_LOOKED_THROUGH}) e
  where e.type = $2 and e.conversation_id is not null
  order by e.xid desc, e.seq desc limit $3`;

type Row = { conversation_id: string; message_id: string | null; at: Date };

async function momentsOf(tx: Transaction, { tenantId }: Actor, event: RuleEvent, limit: number): Promise<Moment[]> {
  const { rows } = await tx.$client.query<Row>(statement, [tenantId, event, limit]);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    messageId: row.message_id,
    at: row.at.toISOString(),
  }));
}

async function visibleMoments(tx: Transaction, actor: Actor, moments: Moment[]): Promise<Moment[]> {
  const ids = [...new Set(moments.map(({ conversationId }) => conversationId))];
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.tenantId, actor.tenantId), inArray(conversations.id, ids), visibleTo(actor)));
  const visible = new Set(rows.map(({ id }) => id));
  return moments.filter(({ conversationId }) => visible.has(conversationId));
}
