import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { HandWay, RoutingDecisionFacts, RoutingMode, RoutingRule, Through } from "@/lib/routing/types";
import { heldBy, loadOf, workloadOf } from "@/lib/workload";
import type { WorkloadSettings } from "@/lib/workload/types";
import type { Decided } from "./keep";

/** Who gets a conversation that no plan gave out, and by which way; `departmentId` is where it is from then on. */
export type Given = { conversationId: string; departmentId: string | null; memberId: string } & (
  | { way: HandWay; through: Through | null }
  | { rule: RoutingRule }
);

type Row = {
  place: string;
  capacity: number | null;
  is_online: boolean;
  from_member_id: string | null;
  from_department_id: string | null;
  since: Date | null;
  is_waiting_on_us: boolean;
  skill_ids: string[];
  language: string | null;
  mode: RoutingMode;
  offers: number;
  waiting_on_us: number;
  waiting_on_customer: number;
  snoozed: number;
};

/**
 * What an assignment without a plan stood on: how long the customer has waited, and how much whoever gets it has. Asked
 * before the conversation is theirs; what is decided is kept by `keepDecisions`.
 */
export async function decideGiven(
  tx: Transaction,
  actor: Pick<Actor, "tenantId" | "kind" | "id">,
  givens: Given[],
  now: Date,
): Promise<Decided[]> {
  if (givens.length === 0) return [];
  const workload = await workloadOf(tx, actor);
  const { rows } = await tx.$client.query<Row>({
    name: "look_at_given",
    text: `
      select v.place, m.capacity, c.assignee_id as from_member_id, c.department_id as from_department_id,
        coalesce(c.queued_since, c.waiting_since) as since, c.waiting_since is not null as is_waiting_on_us,
        array(select unnest(c.skill_ids) union select s.skill_id from department_skills s
          where s.tenant_id = $1 and s.department_id = v.department_id) as skill_ids, k.language,
        coalesce((select q.mode from queues q
          where q.tenant_id = $1 and q.department_id = v.department_id), 'manual') as mode,
        exists (select from availability a
          where a.tenant_id = $1 and a.member_id = m.id and a.until is null and a.state = 'online') as is_online,
        (select count(*)::int from offers o
          where o.tenant_id = $1 and o.member_id = m.id and o.outcome is null and o.conversation_id <> c.id) as offers,
        held.waiting_on_us, held.waiting_on_customer, held.snoozed
      from unnest($2::uuid[], $3::uuid[], $4::uuid[]) with ordinality
        as v (conversation_id, department_id, member_id, place)
      join conversations c on c.tenant_id = $1 and c.id = v.conversation_id
      join contacts k on k.tenant_id = $1 and k.id = c.contact_id
      join members m on m.tenant_id = $1 and m.id = v.member_id
      cross join lateral (${heldBy("m.id", { except: "c.id" })}) as held
      order by v.place`,
    values: [
      actor.tenantId,
      givens.map(({ conversationId }) => conversationId),
      givens.map(({ departmentId }) => departmentId),
      givens.map(({ memberId }) => memberId),
    ],
  });
  return rows.flatMap((row) => {
    const given = givens[Number(row.place) - 1];
    return given ? [decidedOf(given, row, { workload, now, actor: `${actor.kind}:${actor.id}` })] : [];
  });
}

type Moment = { workload: WorkloadSettings; now: Date; actor: string };

function decidedOf(given: Given, row: Row, { workload, now, actor }: Moment): Decided {
  const { conversationId, departmentId, memberId } = given;
  const { offers, waiting_on_us: waitingOnUs, waiting_on_customer: waitingOnCustomer, snoozed } = row;
  const loadPercent = loadOf({ waitingOnUs, waitingOnCustomer, snoozed, offers }, workload);
  const capacityPercent = 100 * (row.capacity ?? workload.capacity);
  const weightPercent = row.is_waiting_on_us ? workload.waitingOnUsPercent : workload.waitingOnCustomerPercent;
  const isFull = loadPercent + weightPercent > capacityPercent;
  const unfit = row.is_online ? (isFull ? ("full" as const) : null) : ("unavailable" as const);
  const facts: RoutingDecisionFacts = {
    rule: "way" in given ? given.way : given.rule,
    mode: row.mode,
    waitedSeconds: row.since && Math.max(0, Math.round((now.getTime() - row.since.getTime()) / 1_000)),
    place: null,
    skillIds: row.skill_ids,
    language: row.language,
    candidates: [{ memberId, loadPercent, capacityPercent, unfit }],
  };
  if (!("way" in given)) return { conversationId, departmentId, memberId, facts };
  const fromMemberId = row.from_member_id === memberId ? null : row.from_member_id;
  const hand = { actor, fromMemberId, fromDepartmentId: row.from_department_id, through: given.through };
  return { conversationId, departmentId, memberId, facts: { ...facts, hand } };
}
