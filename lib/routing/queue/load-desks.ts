import type { Transaction } from "@/db/transaction";
import type { Desk, Desks, Workload } from "@/lib/routing/rules/state";
import type { RoutingMode } from "@/lib/routing/types";
import { MINUTE, SECOND } from "@/lib/time";
import { workloadOf } from "@/lib/workload";

type DeskRow = {
  department_id: string;
  mode: RoutingMode;
  offer_seconds: number;
  sticky_seconds: number;
  overflow_seconds: number | null;
  overflow_department_id: string | null;
  return_seconds: number | null;
  unanswered_seconds: number | null;
  may_exceed_capacity: boolean;
  languages: string[];
  skill_ids: string[];
};

/** How each department of a workspace that has said so gives out its work. */
export async function loadDesks(tx: Transaction, tenantId: string): Promise<Desks> {
  const { rows } = await tx.$client.query<DeskRow>({
    name: "load_desks",
    text: `
      select q.*, d.languages, array(
          select s.skill_id from department_skills s
          where s.tenant_id = $1 and s.department_id = q.department_id) as skill_ids
      from queues q join departments d on d.tenant_id = $1 and d.id = q.department_id
      where q.tenant_id = $1`,
    values: [tenantId],
  });
  return new Map(rows.map((row) => [row.department_id, deskOf(row)]));
}

function deskOf(row: DeskRow): Desk {
  const ms = (seconds: number | null) => (seconds === null ? null : seconds * SECOND);
  return {
    departmentId: row.department_id,
    mode: row.mode,
    offerMs: row.offer_seconds * SECOND,
    stickyMs: row.sticky_seconds * SECOND,
    overflowMs: ms(row.overflow_seconds),
    overflowDepartmentId: row.overflow_department_id,
    returnMs: ms(row.return_seconds),
    unansweredMs: ms(row.unanswered_seconds),
    mayExceedCapacity: row.may_exceed_capacity,
    skillIds: row.skill_ids,
    languages: row.languages,
  };
}

/** A plan counts in percent of a whole conversation, and in milliseconds. */
export async function loadWorkload(tx: Transaction, tenantId: string): Promise<Workload> {
  const { capacity, agingMinutes, ...weights } = await workloadOf(tx, { tenantId });
  return { ...weights, capacityPercent: 100 * capacity, agingMs: agingMinutes * MINUTE };
}
