import type { Transaction } from "@/db/transaction";
import type { Desk, Desks, Workload } from "@/lib/routing/rules/state";
import { defaultWorkload, type RoutingMode } from "@/lib/routing/types";
import { MINUTE, SECOND } from "@/lib/time";

type DeskRow = {
  department_id: string;
  mode: RoutingMode;
  offer_seconds: number;
  sticky_seconds: number;
  overflow_seconds: number | null;
  overflow_department_id: string | null;
  return_seconds: number | null;
  unanswered_seconds: number | null;
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
    skillIds: row.skill_ids,
    languages: row.languages,
  };
}

type WorkloadRow = {
  capacity: number;
  waiting_on_us_percent: number;
  waiting_on_customer_percent: number;
  snoozed_percent: number;
  aging_minutes: number;
};

export async function loadWorkload(tx: Transaction, tenantId: string): Promise<Workload> {
  const { rows } = await tx.$client.query<WorkloadRow>({
    name: "load_workload",
    text: "select * from workloads where tenant_id = $1",
    values: [tenantId],
  });
  const [row] = rows;
  return {
    capacityPercent: 100 * (row?.capacity ?? defaultWorkload.capacity),
    waitingOnUsPercent: row?.waiting_on_us_percent ?? defaultWorkload.waitingOnUsPercent,
    waitingOnCustomerPercent: row?.waiting_on_customer_percent ?? defaultWorkload.waitingOnCustomerPercent,
    snoozedPercent: row?.snoozed_percent ?? defaultWorkload.snoozedPercent,
    agingMs: (row?.aging_minutes ?? defaultWorkload.agingMinutes) * MINUTE,
  };
}
