import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { earliest, plan } from "@/lib/routing/rules/plan";
import { applySteps } from "./apply-steps";
import { endOffers } from "./end-offers";
import { giveBack } from "./give-back";
import { loadAgents, lockTeams } from "./load-agents";
import { loadDesks, loadWorkload } from "./load-desks";
import { loadQueue } from "./load-queue";
import { lockTenant } from "./lock-tenant";

export type Dispatched = {
  /** How many conversations were given, offered or moved. */
  steps: number;
  /** Something was changed by others under way: look again at once. */
  isOvertaken: boolean;
  nextDueAtMs: number | null;
};

/** Gives out what waits in a workspace: the next free agent gets the one who has waited longest. */
export async function dispatch(tenantId: string, now: Date = new Date()): Promise<Dispatched> {
  return withTenant({ tenantId }, (tx) => dispatchIn(tx, tenantId, now));
}

export async function dispatchIn(tx: Transaction, tenantId: string, now: Date): Promise<Dispatched> {
  const actor = systemActor(tenantId, "routing");
  const desks = await loadDesks(tx, tenantId);
  if (desks.size === 0) return { steps: 0, isOvertaken: false, nextDueAtMs: null };
  await lockTenant(tx, tenantId);
  const memberIds = await lockTeams(tx, tenantId);
  const offerDueAtMs = await endOffers(tx, actor, now);
  const returnDueAtMs = await giveBack(tx, actor, desks, now);
  const workload = await loadWorkload(tx, tenantId);
  const agents = await loadAgents(tx, tenantId, memberIds, workload);
  const queue = await loadQueue(tx, tenantId, ["push", "offer", "pull"]);
  const planned = plan({ queue, agents, desks, workload, nowMs: now.getTime() });
  const versions = new Map(queue.map(({ id, version }) => [id, version]));
  const done = await applySteps(tx, actor, { steps: planned.steps, versions, desks, now });
  const offered = done.map(({ kind, departmentId }) => {
    const offerMs = kind === "offer" ? desks.get(departmentId)?.offerMs : undefined;
    return offerMs === undefined ? null : now.getTime() + offerMs;
  });
  return {
    steps: done.length,
    isOvertaken: done.length < planned.steps.length,
    nextDueAtMs: earliest([planned.nextDueAtMs, offerDueAtMs, returnDueAtMs, ...offered]),
  };
}
