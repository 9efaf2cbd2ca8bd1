import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { departmentIs, scopeOf } from "./scope";
import type { FirstReplies } from "./types";

type Span = { from: Date; to: Date };

/**
 * How long customers waited for the first answer of a person, of the conversations that began within a span and have
 * one. What the software said by itself is none.
 */
export async function readFirstReplies(
  tx: Transaction,
  actor: Actor,
  departmentId: string | undefined,
  { from, to }: Span,
): Promise<FirstReplies> {
  const { rows } = await tx.execute<{ median: string | null; count: string }>(sql`
    select percentile_cont(0.5) within group (order by extract(epoch from reply.at - asked.at)) as median,
      count(*) as count
    from conversations c
    cross join lateral (
      select m.at from messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.direction = 'in'
      order by m.at, m.id limit 1) asked
    cross join lateral (
      select m.at from messages m
      where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.at >= asked.at
        and m.direction = 'out' and m.author in ('member', 'phone_app') and m.status not in ('scheduled', 'cancelled')
      order by m.at, m.id limit 1) reply
    where c.tenant_id = ${actor.tenantId}
      and c.opened_at >= ${from.toISOString()}::timestamptz and c.opened_at < ${to.toISOString()}::timestamptz
      and reply.at <= ${to.toISOString()}::timestamptz
      and ${departmentIs(departmentId, sql`c.department_id`)} and ${scopeOf(actor, sql`c.department_id`)}`);
  const { median, count } = rows[0] ?? { median: null, count: 0 };
  return { medianSeconds: median === null ? null : Math.round(Number(median)), count: Number(count) };
}
