import type { Desk, Desks, Queued } from "./state";

export function isOverdue({ queuedSinceMs }: Queued, { overflowMs }: Desk, nowMs: number): boolean {
  return overflowMs !== null && nowMs >= queuedSinceMs + overflowMs;
}

/** When waiting alone opens another way: another department's queue, or anybody of this one. */
export function overflowDueAtMs(queued: Queued, desk: Desk, nowMs: number): number | null {
  if (desk.overflowMs === null || queued.hasOverflowed || isOverdue(queued, desk, nowMs)) return null;
  return queued.queuedSinceMs + desk.overflowMs;
}

/** To which department a conversation goes that has waited too long; it goes once, or two departments would play ball. */
export function overflowTarget(queued: Queued, desks: Desks, nowMs: number): string | null {
  const desk = desks.get(queued.departmentId);
  if (!desk || queued.hasOverflowed || queued.isOffered || !isOverdue(queued, desk, nowMs)) return null;
  return desk.overflowDepartmentId;
}
