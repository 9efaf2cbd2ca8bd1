import type { RoutingDecisionFacts, RoutingRule } from "@/lib/routing/types";
import { candidatesFor, choose, type Wait } from "./choose";
import { weightOf } from "./load";
import { queueOrder } from "./order";
import { overflowDueAtMs, overflowTarget } from "./overflow";
import type { Agent, Desk, Desks, Queued, Workload } from "./state";

export type Step = { conversationId: string; departmentId: string; facts: RoutingDecisionFacts } & (
  | { kind: "assign" | "offer"; memberId: string }
  /** Into the queue of `departmentId`. */
  | { kind: "move"; memberId: null }
);

/** Who goes on waiting, for what, and the team as it is once everybody ahead has been given out. */
export type Left = { queued: Queued; dueAtMs: number | null; wait: Wait; team: Agent[] };

export type Plan = {
  steps: Step[];
  /** When time alone may ask for another plan; null: not before something happens. */
  nextDueAtMs: number | null;
};

export type Scene = { queue: Queued[]; agents: Agent[]; desks: Desks; workload: Workload; nowMs: number };

/**
 * What becomes of everybody who waits, from head to tail: pure, so that any engine comes to the same.
 * @param onLeft hears of whoever goes on waiting, while the team is as it was then
 */
export function plan({ queue, agents, desks, workload, nowMs }: Scene, onLeft?: (left: Left) => void): Plan {
  const steps: Step[] = [];
  const due: (number | null)[] = [];
  const ahead = new Map<string, number>();
  const team = agents.map((agent) => ({ ...agent }));
  const order = queueOrder(nowMs, workload.agingMs);
  const moved = queue.map((queued) => {
    const departmentId = overflowTarget(queued, desks, nowMs);
    const desk = desks.get(queued.departmentId);
    if (departmentId === null || !desk) return queued;
    const here = team.filter((agent) => agent.departmentIds.includes(desk.departmentId));
    const candidates = candidatesFor(queued, here, desk, workload, nowMs);
    const facts = factsOf(queued, desk, nowMs, { rule: "overflow", place: null, candidates });
    steps.push({ kind: "move", conversationId: queued.id, departmentId, memberId: null, facts });
    return { ...queued, departmentId, hasOverflowed: true };
  });
  for (const queued of moved.toSorted(order)) {
    const desk = desks.get(queued.departmentId);
    if (!desk) continue;
    const place = (ahead.get(desk.departmentId) ?? 0) + 1;
    const isGivenOut = (desk.mode === "push" || desk.mode === "offer") && !queued.isOffered;
    const candidates = isGivenOut ? team.filter((agent) => agent.departmentIds.includes(desk.departmentId)) : [];
    const choice = choose(queued, candidates, desk, workload, nowMs);
    if (choice.agent === null) {
      ahead.set(desk.departmentId, place);
      due.push(choice.dueAtMs, overflowDueAtMs(queued, desk, nowMs));
      onLeft?.({ queued, team, ...choice });
      // What room they have is for this one: it would wait for ever behind what weighs less.
      for (const agent of candidates) agent.isAwaited ||= choice.isAwaited(agent);
      continue;
    }
    const { agent, rule } = choice;
    const facts = factsOf(queued, desk, nowMs, { rule, place, candidates: choice.candidates });
    const kind = desk.mode === "offer" ? "offer" : "assign";
    steps.push({ kind, conversationId: queued.id, departmentId: desk.departmentId, memberId: agent.id, facts });
    agent.loadPercent += weightOf(queued, desk.mode, workload);
    agent.hasOffer ||= kind === "offer";
    // One after the other within the same moment, so that equals take turns.
    agent.lastAssignedAtMs = nowMs + steps.length / 10_000;
  }
  return { steps, nextDueAtMs: earliest(due) };
}

type Reason = Pick<RoutingDecisionFacts, "place" | "candidates"> & { rule: RoutingRule };

export function factsOf(
  { queuedSinceMs, skillIds, language }: Pick<Queued, "queuedSinceMs" | "skillIds" | "language">,
  desk: Desk,
  nowMs: number,
  reason: Reason,
): RoutingDecisionFacts {
  const waitedSeconds = Math.max(0, Math.round((nowMs - queuedSinceMs) / 1_000));
  const needed = [...new Set([...desk.skillIds, ...skillIds])];
  return { ...reason, mode: desk.mode, waitedSeconds, skillIds: needed, language };
}

export function earliest(times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : known.reduce((one, other) => Math.min(one, other));
}
