import { unableTo } from "./fitness";
import { queueOrder } from "./order";
import { isOverdue } from "./overflow";
import type { Agent, Desk, Desks, Queued } from "./state";

export type Standing = {
  queued: Queued;
  desk: Desk /** Place in its department's queue, 1 being the head. */;
  place: number;
};

/** Whom an agent may take who asks for the next, in the order of all their queues; how much they have is theirs to judge. */
export function lineFor(agent: Agent, queue: Queued[], desks: Desks, agingMs: number, nowMs: number): Standing[] {
  const places = new Map<string, number>();
  return queue.toSorted(queueOrder(nowMs, agingMs)).flatMap((queued) => {
    const desk = desks.get(queued.departmentId);
    if (!desk || !agent.departmentIds.includes(desk.departmentId)) return [];
    const place = (places.get(desk.departmentId) ?? 0) + 1;
    places.set(desk.departmentId, place);
    const mayStretch = desk.overflowDepartmentId === null && isOverdue(queued, desk, nowMs);
    return mayStretch || unableTo(agent, queued, desk) === null ? [{ queued, desk, place }] : [];
  });
}
