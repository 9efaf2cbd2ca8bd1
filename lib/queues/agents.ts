import { sql } from "drizzle-orm";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { AvailabilityState } from "@/lib/availability/types";
import { loadOf } from "@/lib/workload";
import type { WorkloadSettings } from "@/lib/workload/types";
import { departmentIs, scopeOf } from "./scope";
import type { AgentLoad, WallboardAgent } from "./types";

type Asked = { departmentId: string | undefined; start: Date; workload: WorkloadSettings };

/** Whoever belongs to a department that the asker may know, or to the one that was asked for: what they do and have. */
export async function readAgents(tx: Transaction, actor: Actor, asked: Asked): Promise<WallboardAgent[]> {
  const [people, loads, today] = await inOneTrip(
    listPeople(tx, actor, asked.departmentId),
    readLoads(tx, actor),
    readToday(tx, actor, asked.start),
  );
  return people.map(({ since, capacity: own, ...person }) => {
    const { offers = 0, ...load } = loads.get(person.id) ?? { waitingOnUs: 0, waitingOnCustomer: 0, snoozed: 0 };
    return {
      ...person,
      since: since === null ? null : new Date(since).toISOString(),
      capacity: own ?? asked.workload.capacity,
      load,
      loadPercent: loadOf({ ...load, offers }, asked.workload),
      assignedToday: today.get(person.id)?.assigned ?? 0,
      resolvedToday: today.get(person.id)?.resolved ?? 0,
    };
  });
}

type Person = Pick<WallboardAgent, "id" | "name" | "departmentIds" | "reason" | "since"> & {
  availability: AvailabilityState;
  capacity: number | null;
};

async function listPeople(tx: Transaction, actor: Actor, departmentId: string | undefined): Promise<Person[]> {
  const { rows } = await tx.execute<Person>(sql`
    select m.id, m.name, m.capacity, a.reason, a.since, coalesce(a.state, 'offline') as availability,
      array(select dm.department_id::text from department_members dm
        where dm.tenant_id = m.tenant_id and dm.member_id = m.id order by 1) as "departmentIds"
    from members m
    left join availability a on a.tenant_id = m.tenant_id and a.member_id = m.id and a.until is null
    where m.tenant_id = ${actor.tenantId} and m.status = 'active' and exists (
      select from department_members dm where dm.tenant_id = m.tenant_id and dm.member_id = m.id
        and ${departmentIs(departmentId, sql`dm.department_id`)} and ${scopeOf(actor, sql`dm.department_id`)})
    order by m.name, m.id`);
  return rows;
}

/** What each has, as routing counts it: also what the asker may not see, of which only the number is told. */
async function readLoads(tx: Transaction, actor: Actor): Promise<Map<string, AgentLoad & { offers: number }>> {
  const { rows } = await tx.execute<{ id: string } & AgentLoad & { offers: number }>(sql`
    select id, count(*) filter (where state = 'open' and waits)::int as "waitingOnUs",
      count(*) filter (where state = 'open' and not waits)::int as "waitingOnCustomer",
      count(*) filter (where state = 'snoozed')::int as snoozed, count(*) filter (where state = 'offered')::int as offers
    from (
      select assignee_id as id, state, waiting_since is not null as waits from conversations
      where tenant_id = ${actor.tenantId} and assignee_id is not null and state <> 'resolved' and owner = 'us'
      union all
      select member_id, 'offered', true from offers where tenant_id = ${actor.tenantId} and outcome is null) as held
    group by id`);
  return new Map(rows.map(({ id, ...load }) => [id, load]));
}

async function readToday(tx: Transaction, actor: Actor, start: Date) {
  const { rows } = await tx.execute<{ id: string; assigned: string; resolved: string }>(sql`
    select case type when 'conversation.assigned' then member_id::text else substr(actor, 8) end as id,
      count(*) filter (where type = 'conversation.assigned') as assigned,
      count(distinct conversation_id) filter (where type = 'conversation.resolved') as resolved
    from events
    where tenant_id = ${actor.tenantId} and at >= ${start.toISOString()}::timestamptz
      and type in ('conversation.assigned', 'conversation.resolved')
      and (type = 'conversation.assigned' or actor like 'member:%') and ${scopeOf(actor, sql`department_id`)}
    group by 1`);
  return new Map(
    rows.map(({ id, assigned, resolved }) => [id, { assigned: Number(assigned), resolved: Number(resolved) }]),
  );
}
