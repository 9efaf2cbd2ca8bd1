import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { departmentIs, scopeOf } from "./scope";
import type { FirstReplies } from "./types";

type Span = { from: Date; to: Date };

/** How long customers waited for the first answer of a person, of the conversations that began within a span and have one. */
export async function readFirstReplies(
  tx: Transaction,
  actor: Actor,
  departmentId: string | undefined,
  span: Span,
): Promise<FirstReplies> {
  const { rows } = await tx.execute<{ median: string | null; count: string }>(sql`
    select percentile_cont(0.5) within group (order by seconds) as median, count(*) as count
    from (${firstRepliesIn(actor, departmentId, span)}) as replies`);
  const { median, count } = rows[0] ?? { median: null, count: 0 };
  return { medianSeconds: median === null ? null : Math.round(Number(median)), count: Number(count) };
}

/** Each of these answers: in which conversation, after how long, and when. What the software said by itself is none. */
export function firstRepliesIn(actor: Actor, departmentId: string | undefined, { from, to }: Span): SQL {
  return sql`
    select c.id as conversation_id, reply.at, extract(epoch from reply.at - asked.at)::float as seconds
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
      and ${departmentIs(departmentId, sql`c.department_id`)} and ${scopeOf(actor, sql`c.department_id`)}`;
}
