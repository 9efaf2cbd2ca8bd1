import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { HOUR } from "@/lib/time";
import { scopeOf } from "./scope";

export type Wait = { departmentId: string | null; seconds: number };

/** How long those stood in the queue whom somebody took within the last hour. */
export async function listRecentWaits(tx: Transaction, actor: Actor, now: Date): Promise<Wait[]> {
  const { rows } = await tx.execute<{ departmentId: string | null; seconds: string }>(sql`
    select department_id as "departmentId", seconds from (${recentWaits(actor, now)}) as waits`);
  return rows.map(({ departmentId, seconds }) => ({ departmentId, seconds: Number(seconds) }));
}

/** Each of these waits: in which conversation and department, how long, and until when. */
export function recentWaits(actor: Actor, now: Date): SQL {
  const from = new Date(now.getTime() - HOUR).toISOString();
  return sql`
    select taken.conversation_id, taken.department_id, taken.at, extract(epoch from taken.at - queued.at) as seconds
    from events taken cross join lateral (
      select q.at from events q
      where q.tenant_id = taken.tenant_id and q.conversation_id = taken.conversation_id
        and q.type = 'conversation.queued' and q.at <= taken.at
      order by q.at desc nulls first, q.seq desc nulls first limit 1) queued
    where taken.tenant_id = ${actor.tenantId} and taken.type = 'conversation.dequeued'
      and taken.at > ${from}::timestamptz and taken.at <= ${now.toISOString()}::timestamptz
      and ${scopeOf(actor, sql`taken.department_id`)}`;
}
