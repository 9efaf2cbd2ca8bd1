import { sql } from "drizzle-orm";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { routingOf } from "@/lib/routing/desks/read";
import { loadAgents } from "@/lib/routing/queue/load-agents";
import { loadDesks, loadWorkload } from "@/lib/routing/queue/load-desks";
import { loadQueue, loadQueued } from "@/lib/routing/queue/load-queue";
import type { Scene } from "@/lib/routing/rules/plan";
import type { Desk, Queued } from "@/lib/routing/rules/state";
import { SECOND } from "@/lib/time";

type Asked = { conversationId: string; departmentId: string; now: Date };
type Loaded = { scene: Scene; queued: Queued; desk: Desk };

/** What a plan would stand on now, read without a lock: nothing is given out from it. Null where nobody waits. */
export async function loadScene(
  tx: Transaction,
  actor: Pick<Actor, "tenantId">,
  { conversationId, departmentId, now }: Asked,
): Promise<Loaded | null> {
  const { tenantId } = actor;
  const [desks, workload, memberIds, queue, [queued]] = await inOneTrip(
    loadDesks(tx, tenantId),
    loadWorkload(tx, tenantId),
    listTeams(tx, tenantId, departmentId),
    loadQueue(tx, tenantId, ["push", "offer", "pull"]),
    loadQueued(tx, tenantId, [conversationId]),
  );
  if (!queued) return null;
  const desk = desks.get(departmentId) ?? byHandAt(await routingOf(tx, actor, departmentId));
  const agents = await loadAgents(tx, tenantId, memberIds, workload);
  return { scene: { queue, agents, desks, workload, nowMs: now.getTime() }, queued, desk };
}

/** Whoever may be given something, and the department's own. */
async function listTeams(tx: Transaction, tenantId: string, departmentId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from members m
    where m.tenant_id = ${tenantId} and m.status = 'active' and exists (
      select from department_members dm
      left join queues q on q.tenant_id = dm.tenant_id and q.department_id = dm.department_id
      where dm.tenant_id = m.tenant_id and dm.member_id = m.id
        and (dm.department_id = ${departmentId}::uuid or q.mode in ('push', 'offer')))`);
  return rows.map(({ id }) => id);
}

type Settings = Awaited<ReturnType<typeof routingOf>>;

/** A department of which nothing was said. */
function byHandAt(settings: Settings): Desk {
  const { departmentId, mode, offerSeconds, stickySeconds, skillIds, languages, mayExceedCapacity } = settings;
  return {
    ...{ departmentId, mode, skillIds, languages, mayExceedCapacity },
    ...{ offerMs: offerSeconds * SECOND, stickyMs: stickySeconds * SECOND },
    ...{ overflowMs: null, overflowDepartmentId: null, returnMs: null, unansweredMs: null },
  };
}
