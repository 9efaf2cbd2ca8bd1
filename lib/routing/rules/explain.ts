import type { RoutingCandidate, WaitingReason } from "@/lib/routing/types";
import { candidatesFor } from "./choose";
import { isOverdue, overflowDueAtMs } from "./overflow";
import { type Left, plan, type Scene } from "./plan";
import type { Agent, Desk, Queued } from "./state";

export type Explained = {
  why: WaitingReason;
  /** Who is waited for, or is about to get it. */
  memberId: string | null;
  /** Until when it is waited for, where time alone ends it. */
  untilMs: number | null;
  candidates: RoutingCandidate[];
};

/** Why somebody who waits is with nobody: what the next plan would do, asked without doing it. */
export function explain(scene: Scene, queued: Queued, desk: Desk): Explained {
  const { agents, workload, nowMs } = scene;
  const look = (all: Agent[]) => {
    const team = all.filter(({ departmentIds }) => departmentIds.includes(desk.departmentId));
    return candidatesFor(queued, team, desk, workload, nowMs);
  };
  let left: (Left & { candidates: RoutingCandidate[] }) | undefined;
  const { steps } = plan(scene, (each) => {
    // At once: who stands behind may take the room of somebody whom this one does not want.
    if (each.queued.id === queued.id) left = { ...each, candidates: look(each.team) };
  });
  const candidates = left?.candidates ?? look(agents);
  const because = (why: WaitingReason, memberId: string | null = null, untilMs: number | null = null) => {
    return { why, memberId, untilMs, candidates };
  };
  if (queued.isOffered) return because("offered");
  if (desk.mode === "manual") return because("byHand");
  const step = steps.find(({ conversationId }) => conversationId === queued.id);
  if (step?.kind === "move") return because("overflows");
  if (desk.mode === "pull") return because("onRequest");
  if (step) return { ...because("next", step.memberId), candidates: step.facts.candidates };
  const { wait, dueAtMs } = left ?? { wait: { kind: "nobody" as const }, dueAtMs: null };
  return because(wait.kind, wait.kind === "lastAgent" ? wait.agentId : null, dueAtMs);
}

/** What waiting alone will bring: another department's queue, or, without one, anybody of this one. */
export function overflowOf(
  queued: Queued,
  desk: Desk,
  nowMs: number,
): { atMs: number; departmentId: string | null } | null {
  if (desk.mode === "manual") return null;
  const atMs = overflowDueAtMs(queued, desk, nowMs);
  return atMs === null ? null : { atMs, departmentId: desk.overflowDepartmentId };
}

/** It has waited too long and goes nowhere else: skills and languages are asked of nobody any more. */
export function isOpenToAll(queued: Queued, desk: Desk, nowMs: number): boolean {
  return desk.mode !== "manual" && desk.overflowDepartmentId === null && isOverdue(queued, desk, nowMs);
}
