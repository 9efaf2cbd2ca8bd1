import type { RoutingRule } from "@/lib/routing/types";
import { earliest } from "./plan";
import type { Desks } from "./state";

/** A conversation whose customer waits for whoever has it. */
export type Held = {
  conversationId: string;
  departmentId: string;
  memberId: string;
  waitingSinceMs: number;
  assignedAtMs: number;
  /** When they last did anything in it; null: nothing yet. */
  lastSignMs: number | null;
  /** Another person gave it to just them, who then answers for it. */
  isByHand: boolean;
  /** Since when they are offline, or on a break that began by itself; null: they are there. */
  goneSinceMs: number | null;
};

export type Return = { held: Held; rule: Extract<RoutingRule, "agentGone" | "unanswered"> };

/** What goes back to the head of its queue: who has it went, or does not answer, at first or any more. */
export function returnsDue(
  held: Held[],
  desks: Desks,
  nowMs: number,
): { returns: Return[]; nextDueAtMs: number | null } {
  const returns: Return[] = [];
  const due: (number | null)[] = [];
  for (const each of held) {
    const times = timesOf(each, desks);
    const rule = isPast(times.agentGone, nowMs) ? "agentGone" : isPast(times.unanswered, nowMs) ? "unanswered" : null;
    if (rule) returns.push({ held: each, rule });
    else due.push(times.agentGone, times.unanswered);
  }
  return { returns, nextDueAtMs: earliest(due) };
}

function timesOf(
  { departmentId, assignedAtMs, waitingSinceMs, lastSignMs, goneSinceMs, isByHand }: Held,
  desks: Desks,
) {
  const desk = desks.get(departmentId);
  const isGone = desk && desk.returnMs !== null && goneSinceMs !== null;
  const isStrict = desk && desk.unansweredMs !== null && !isByHand;
  return {
    // Given by hand to somebody who is away, it has its time of grace as well.
    agentGone: isGone ? Math.max(goneSinceMs, assignedAtMs) + (desk.returnMs ?? 0) : null,
    // Whoever is at work on it, with a note, a file or half an answer, has not stopped.
    unanswered: isStrict ? Math.max(waitingSinceMs, assignedAtMs, lastSignMs ?? 0) + (desk.unansweredMs ?? 0) : null,
  };
}

function isPast(time: number | null, nowMs: number): boolean {
  return time !== null && time <= nowMs;
}
