import type { RoutingRule } from "@/lib/routing/types";
import { earliest } from "./plan";
import type { Desks } from "./state";

/** A conversation whose customer waits for whoever has it. */
export type Held = {
  conversationId: string;
  departmentId: string;
  memberId: string;
  waitingSinceMs: number;
  /** When they got it, and whether they were given it by no person. */
  assignedAtMs: number;
  isAutomatic: boolean;
  /** Since when they are offline, or on a break that began by itself; null: they are there. */
  goneSinceMs: number | null;
};

export type Return = { held: Held; rule: Extract<RoutingRule, "agentGone" | "unanswered"> };

/** What goes back to the head of its queue: who has it went, or was given it and does not answer. */
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

function timesOf({ departmentId, assignedAtMs, waitingSinceMs, goneSinceMs, isAutomatic }: Held, desks: Desks) {
  const desk = desks.get(departmentId);
  const isGone = desk && desk.returnMs !== null && goneSinceMs !== null;
  const isOpen = desk && desk.unansweredMs !== null && isAutomatic && waitingSinceMs <= assignedAtMs;
  return {
    // Given by hand to somebody who is away, it has its time of grace as well.
    agentGone: isGone ? Math.max(goneSinceMs, assignedAtMs) + (desk.returnMs ?? 0) : null,
    unanswered: isOpen ? assignedAtMs + (desk.unansweredMs ?? 0) : null,
  };
}

function isPast(time: number | null, nowMs: number): boolean {
  return time !== null && time <= nowMs;
}
