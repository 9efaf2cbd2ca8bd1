import { and, eq, inArray, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { evaluate } from "./evaluate";
import { factsAt } from "./past/facts-at";
import { type PastMoment, readPast } from "./past/read-past";
import { readFacts } from "./runs/read-facts";
import type { DryRunRule } from "./schemas";
import type { DryRunCase, RuleConditions, RuleEvent } from "./types";

/** Of the log, so much is looked through for events of one type: a rare one is not sought for years back. */
const MOST_LOOKED_THROUGH = 50_000;

/** Known of any moment: the message as it came, and what never changes. */
const asItWas: ReadonlySet<string> = new Set(["text", "messageType", "channelId"]);

/**
 * Judges past events by a rule, the latest first: by what the log tells of that time, and where it tells nothing, by what
 * is true now, which each case says. What acts is not asked, and the database refuses to write.
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
    const past = await readPast(tx, actor.tenantId, moments);
    const asked = factsIn(conditions);
    const cases = moments.flatMap((moment, place) => {
      const now = seen.get(place);
      if (!now) return [];
      const then = factsAt(now.facts, past.around(moment), past.labelIds);
      const conversation = { id: moment.conversationId, contactName: now.contactName };
      const verdict = evaluate(conditions, { ...now.facts, ...then });
      const asOfNow = asked.filter((fact) => !asItWas.has(fact) && !Object.hasOwn(then, fact));
      return [{ conversation, at: moment.at, verdict, asOfNow }];
    });
    return { cases };
  });
}

function factsIn({ groups }: RuleConditions): string[] {
  return [...new Set(groups.flatMap(({ conditions }) => conditions.map(({ fact }) => fact)))];
}

const statement = `
  select e.conversation_id, e.message_id, e.at, e.xid::text as xid, e.seq::text as seq from (
    select e.type, e.conversation_id, e.message_id, e.at, e.xid, e.seq from events e
    where e.tenant_id = $1 order by e.xid desc, e.seq desc limit ${MOST_LOOKED_THROUGH}) e
  where e.type = $2 and e.conversation_id is not null
  order by e.xid desc, e.seq desc limit $3`;

type Row = { conversation_id: string; message_id: string | null; at: Date; xid: string; seq: string };

async function momentsOf(tx: Transaction, { tenantId }: Actor, event: RuleEvent, limit: number): Promise<PastMoment[]> {
  const { rows } = await tx.$client.query<Row>(statement, [tenantId, event, limit]);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    messageId: row.message_id,
    at: row.at.toISOString(),
    xid: row.xid,
    seq: row.seq,
  }));
}

async function visibleMoments(tx: Transaction, actor: Actor, moments: PastMoment[]): Promise<PastMoment[]> {
  const ids = [...new Set(moments.map(({ conversationId }) => conversationId))];
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.tenantId, actor.tenantId), inArray(conversations.id, ids), visibleTo(actor)));
  const visible = new Set(rows.map(({ id }) => id));
  return moments.filter(({ conversationId }) => visible.has(conversationId));
}
