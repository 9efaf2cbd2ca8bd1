import type { Transaction } from "@/db/transaction";
import type { Agent, Workload } from "@/lib/routing/rules/state";
import { rulesThatGive } from "@/lib/routing/types";
import { heldBy, loadOf } from "@/lib/workload";

type Row = {
  id: string;
  is_online: boolean;
  department_ids: string[];
  skill_ids: string[];
  languages: string[];
  capacity: number | null;
  last_assigned_at: Date | null;
  offers: number;
  waiting_on_us: number;
  waiting_on_customer: number;
  snoozed: number;
};

/**
 * Keeps as it is what everybody has to whom something may be given: a claim by hand takes the same lock before the
 * conversation, and waits.
 */
export async function lockTeams(tx: Transaction, tenantId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: "lock_teams",
    text: `
      select m.id from members m
      where m.tenant_id = $1 and m.status = 'active' and exists (
        select from department_members dm
        join queues q on q.tenant_id = $1 and q.department_id = dm.department_id and q.mode in ('push', 'offer')
        where dm.tenant_id = $1 and dm.member_id = m.id)
      order by m.id
      for no key update of m`,
    values: [tenantId],
  });
  return rows.map(({ id }) => id);
}

/** Written out, not as a parameter: the planner finds the index of these by their very words. */
const givingRules = rulesThatGive.map((rule) => `'${rule}'`).join(", ");

/** Who they are and what they have, as it is once nobody changes it any more. */
export async function loadAgents(
  tx: Transaction,
  tenantId: string,
  memberIds: string[],
  workload: Workload,
): Promise<Agent[]> {
  if (memberIds.length === 0) return [];
  const { rows } = await tx.$client.query<Row>({
    name: "load_agents",
    text: `
      select m.id, m.languages, m.capacity,
        exists (select from availability a
          where a.tenant_id = $1 and a.member_id = m.id and a.until is null and a.state = 'online') as is_online,
        array(select dm.department_id from department_members dm
          where dm.tenant_id = $1 and dm.member_id = m.id) as department_ids,
        array(select s.skill_id from member_skills s where s.tenant_id = $1 and s.member_id = m.id) as skill_ids,
        (select d.at from routing_decisions d
          where d.tenant_id = $1 and d.member_id = m.id and d.facts->>'rule' in (${givingRules})
          order by d.at desc limit 1) as last_assigned_at,
        (select count(*)::int from offers o
          where o.tenant_id = $1 and o.member_id = m.id and o.outcome is null) as offers,
        held.waiting_on_us, held.waiting_on_customer, held.snoozed
      from members m
      cross join lateral (${heldBy("m.id")}) as held
      where m.tenant_id = $1 and m.id = any($2::uuid[])`,
    values: [tenantId, memberIds],
  });
  return rows.map((row) => agentOf(row, workload));
}

function agentOf(row: Row, workload: Workload): Agent {
  const { offers, waiting_on_us: waitingOnUs, waiting_on_customer: waitingOnCustomer, snoozed } = row;
  return {
    id: row.id,
    isOnline: row.is_online,
    departmentIds: row.department_ids,
    capacityPercent: row.capacity === null ? workload.capacityPercent : 100 * row.capacity,
    loadPercent: loadOf({ waitingOnUs, waitingOnCustomer, snoozed, offers }, workload),
    skillIds: row.skill_ids,
    languages: row.languages,
    lastAssignedAtMs: row.last_assigned_at?.getTime() ?? null,
    hasOffer: offers > 0,
  };
}
