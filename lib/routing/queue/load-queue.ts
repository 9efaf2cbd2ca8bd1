import type { Transaction } from "@/db/transaction";
import type { Priority } from "@/lib/conversations/types";
import type { Queued } from "@/lib/routing/rules/state";
import type { RoutingMode } from "@/lib/routing/types";
import { waitsInQueue } from "@/lib/routing/waits-in-queue";

type Row = {
  id: string;
  version: string;
  department_id: string;
  priority: Priority;
  queued_since: Date;
  returned_at: Date | null;
  is_waiting_on_us: boolean;
  skill_ids: string[];
  language: string | null;
  last_assignee_id: string | null;
  passed: Record<string, number> | null;
  has_overflowed: boolean;
  is_offered: boolean;
};

/** `version` tells whether the row is still what the plan looked at. */
export type LoadedQueued = Queued & { version: string };

const waiting = `
  select c.id, c.xmin::text as version, c.department_id, c.priority, since.at as queued_since, c.returned_at,
    c.waiting_since is not null as is_waiting_on_us, c.skill_ids, k.language, c.last_assignee_id,
    passed.times as passed,
    exists (select from routing_decisions d where d.tenant_id = $1 and d.conversation_id = c.id
      and d.at >= since.at and d.facts->>'rule' = 'overflow' and d.member_id is null) as has_overflowed,
    exists (select from offers o
      where o.tenant_id = $1 and o.conversation_id = c.id and o.outcome is null) as is_offered
  from conversations c
  join contacts k on k.tenant_id = $1 and k.id = c.contact_id
  cross join lateral (select coalesce(c.queued_since, c.waiting_since, c.last_activity_at) as at) as since
  left join lateral (
    select jsonb_object_agg(p.member_id, p.ms) as times from (
      select each.member_id, (extract(epoch from max(each.at)) * 1000)::bigint as ms from (
        select o.member_id, o.ended_at as at from offers o
        where o.tenant_id = $1 and o.conversation_id = c.id and o.outcome in ('declined', 'expired')
        union all
        select d.member_id, d.at from routing_decisions d
        where d.tenant_id = $1 and d.conversation_id = c.id and d.facts->>'rule' = 'unanswered') as each
      where each.at >= since.at
      group by each.member_id) as p) as passed on true
  where c.tenant_id = $1 and ${waitsInQueue("c")} and c.department_id is not null`;

/** Who waits in the departments of these modes. */
export async function loadQueue(tx: Transaction, tenantId: string, modes: RoutingMode[]): Promise<LoadedQueued[]> {
  const { rows } = await tx.$client.query<Row>({
    name: "load_queue",
    text: `${waiting} and exists (select from queues q
      where q.tenant_id = $1 and q.department_id = c.department_id and q.mode = any($2::text[]))`,
    values: [tenantId, modes],
  });
  return rows.map(queuedOf);
}

/** Those of some conversations that wait, however their departments give out. */
export async function loadQueued(
  tx: Transaction,
  tenantId: string,
  conversationIds: string[],
): Promise<LoadedQueued[]> {
  if (conversationIds.length === 0) return [];
  const { rows } = await tx.$client.query<Row>({
    name: "load_queued",
    text: `${waiting} and c.id = any($2::uuid[])`,
    values: [tenantId, conversationIds],
  });
  return rows.map(queuedOf);
}

function queuedOf(row: Row): LoadedQueued {
  return {
    id: row.id,
    version: row.version,
    departmentId: row.department_id,
    priority: row.priority,
    queuedSinceMs: row.queued_since.getTime(),
    returnedAtMs: row.returned_at?.getTime() ?? null,
    isWaitingOnUs: row.is_waiting_on_us,
    skillIds: row.skill_ids,
    language: row.language,
    lastAssigneeId: row.last_assignee_id,
    passedAtMs: row.passed ?? {},
    hasOverflowed: row.has_overflowed,
    isOffered: row.is_offered,
  };
}
