import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { HOUR } from "@/lib/time";
import { scopeOf } from "./scope";

export type Wait = { departmentId: string | null; seconds: number };

/** How long those waited whose wait ended within the last hour: somebody took them, or they were let go unanswered. */
export async function listRecentWaits(tx: Transaction, actor: Actor, now: Date): Promise<Wait[]> {
  const { rows } = await tx.execute<{ departmentId: string | null; seconds: string }>(sql`
    select department_id as "departmentId", seconds from (${recentWaits(actor, now)}) as waits`);
  return rows.map(({ departmentId, seconds }) => ({ departmentId, seconds: Number(seconds) }));
}

/**
 * Each of these waits: in which conversation and department, how long, and until when. One that was given back goes on
 * from before, and ended with the one who kept it. What went straight to whoever had it last, came from a timer, or went
 * to another responder says nothing of how long somebody new waits.
 */
export function recentWaits(actor: Actor, now: Date): SQL {
  const from = new Date(now.getTime() - HOUR).toISOString();
  return sql`
    select ended.conversation_id, ended.department_id, ended.at, extract(epoch from ended.at - queued.at) as seconds
    from events ended
    cross join lateral (
      select q.at, q.payload from events q
      where q.tenant_id = ended.tenant_id and q.conversation_id = ended.conversation_id
        and q.type = 'conversation.queued' and q.at <= ended.at and q.payload ->> 'rule' is null
      order by q.at desc nulls first, q.seq desc nulls first limit 1) queued
    where ended.tenant_id = ${actor.tenantId}
      and ended.at > ${from}::timestamptz and ended.at <= ${now.toISOString()}::timestamptz
      and queued.payload ->> 'by' is distinct from 'timer' and (${wasTaken} or ${wasLetGo})
      and ${scopeOf(actor, sql`ended.department_id`)}`;
}

const wasTaken = sql`(ended.type = 'conversation.dequeued' and ended.payload ->> 'owner' is null
  and ended.payload ->> 'rule' is distinct from 'lastAgent' and not exists (
    select from events back
    where back.tenant_id = ended.tenant_id and back.conversation_id = ended.conversation_id
      and back.type = 'conversation.returned' and back.at >= ended.at and not exists (
        select from events answer
        where answer.tenant_id = ended.tenant_id and answer.conversation_id = ended.conversation_id
          and answer.type = 'message.queued' and answer.actor like 'member:%' and answer.at between ended.at and back.at)))`;

/** Resolved out of the queue: what moved it last brought it there. */
const wasLetGo = sql`(ended.type = 'conversation.resolved' and ended.payload ->> 'previousAssigneeId' is null and (
    select last.type from events last
    where last.tenant_id = ended.tenant_id and last.conversation_id = ended.conversation_id and last.at <= ended.at
      and last.type in ('conversation.queued', 'conversation.dequeued', 'conversation.snoozed')
    order by last.at desc, last.xid desc, last.seq desc limit 1) = 'conversation.queued')`;
