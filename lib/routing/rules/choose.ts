import type { RoutingCandidate, RoutingRule } from "@/lib/routing/types";
import { unfitFor } from "./fitness";
import { relativeLoad, weightOf } from "./load";
import { isOverdue } from "./overflow";
import type { Agent, Desk, Queued, Workload } from "./state";

export type Choice =
  | { agent: Agent; rule: RoutingRule; candidates: RoutingCandidate[] }
  /** Nobody now; `dueAtMs` is when time alone may change that. Whoever `isAwaited` lacks nothing but the room for it. */
  | { agent: null; dueAtMs: number | null; wait: Wait; isAwaited: (agent: Agent) => boolean };

/** What a conversation waits for that nobody gets now: whoever had it last, those who passed on it, or anybody at all. */
export type Wait = { kind: "lastAgent"; agentId: string } | { kind: "passed" | "nobody" };

type Seen = { agent: Agent; unfit: RoutingCandidate["unfit"]; passedAtMs: number | undefined; isStretched: boolean };

/**
 * Who gets a conversation: whoever had it last, for whom it waits a while; else the least loaded of those who can have
 * it; of equals, whoever was given nothing for longest. Who passed on it is asked again when all others have, too.
 */
export function choose(queued: Queued, team: Agent[], desk: Desk, workload: Workload, nowMs: number): Choice {
  const seen = team.map((agent) => look(agent, queued, desk, workload, nowMs));
  const fit = seen.filter(({ unfit }) => unfit === null);
  const fresh = fit.filter(({ passedAtMs }) => passedAtMs === undefined);
  const last = seen.find(({ agent, passedAtMs }) => agent.id === queued.lastAssigneeId && passedAtMs === undefined);
  if (last && last.unfit === null) return chosen(last, "lastAgent", seen);
  const waitUntilMs = queued.queuedSinceMs + desk.stickyMs;
  if (last && (last.unfit === "full" || last.unfit === "hasOffer") && nowMs < waitUntilMs) {
    const wait = { kind: "lastAgent", agentId: last.agent.id } as const;
    return { agent: null, dueAtMs: waitUntilMs, wait, isAwaited: () => false };
  }
  const again = fit.filter(({ passedAtMs = 0 }) => passedAtMs + desk.offerMs <= nowMs);
  const best = fresh.toSorted(byLoad)[0] ?? (fresh.length === 0 ? again.toSorted(byPass)[0] : undefined);
  if (best) return chosen(best, best.isStretched ? "overflow" : "leastLoaded", seen);
  const pauses = fit.map(({ passedAtMs = 0 }) => passedAtMs + desk.offerMs);
  const awaited = new Set(seen.filter(({ unfit }) => unfit === "full").map(({ agent }) => agent.id));
  const isAwaited = ({ id }: Agent) => awaited.has(id);
  if (pauses.length === 0) return { agent: null, dueAtMs: null, wait: { kind: "nobody" }, isAwaited };
  return { agent: null, dueAtMs: Math.min(...pauses), wait: { kind: "passed" }, isAwaited };
}

/** Who was looked at for a conversation, and why each could not have it. */
export function candidatesFor(queued: Queued, team: Agent[], desk: Desk, workload: Workload, nowMs: number) {
  return team.map((agent) => candidateOf(look(agent, queued, desk, workload, nowMs), null));
}

/** Where a conversation has waited too long and goes nowhere else, anybody of the department may answer. */
function look(agent: Agent, queued: Queued, desk: Desk, workload: Workload, nowMs: number): Seen {
  const weightPercent = weightOf(queued, desk.mode, workload);
  const strict = unfitFor(agent, queued, desk, weightPercent);
  const mayStretch = desk.overflowDepartmentId === null && isOverdue(queued, desk, nowMs);
  const needsStretch = strict === "lacksSkill" || strict === "lacksLanguage";
  const isStretched = mayStretch && needsStretch;
  const anybody = { ...desk, skillIds: [], languages: [] };
  const unfit = isStretched ? unfitFor(agent, { skillIds: [], language: null }, anybody, weightPercent) : strict;
  return { agent, unfit, passedAtMs: queued.passedAtMs[agent.id], isStretched };
}

function chosen({ agent }: Seen, rule: RoutingRule, seen: Seen[]): Choice {
  return { agent, rule, candidates: seen.map((each) => candidateOf(each, agent)) };
}

function candidateOf({ agent, unfit, passedAtMs }: Seen, taken: Agent | null): RoutingCandidate {
  const passed = passedAtMs !== undefined && agent !== taken ? "declined" : null;
  const { id: memberId, loadPercent, capacityPercent } = agent;
  return { memberId, loadPercent, capacityPercent, unfit: unfit ?? passed };
}

/** Whoever can do it is asked before those who only may, because nobody else did. */
function byLoad(one: Seen, other: Seen): number {
  return (
    Number(one.isStretched) - Number(other.isStretched) ||
    compare(relativeLoad(one.agent), relativeLoad(other.agent)) ||
    compare(one.agent.lastAssignedAtMs ?? 0, other.agent.lastAssignedAtMs ?? 0) ||
    compare(one.agent.id, other.agent.id)
  );
}

function byPass(one: Seen, other: Seen): number {
  return compare(one.passedAtMs ?? 0, other.passedAtMs ?? 0) || byLoad(one, other);
}

function compare<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : Number(one > other);
}
