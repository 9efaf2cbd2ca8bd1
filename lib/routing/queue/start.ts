import { queues } from "@/db/schema";
import { type EventType, startReader, tenantsWith } from "@/lib/events";
import { atOnce, type Loop, startLoop } from "@/lib/jobs";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { dispatch } from "./dispatch";
import { findWaiting } from "./find-waiting";

/** The net for what no event tells. */
const LATEST_MS = 3 * SECOND;
const SOON_MS = 50;
const MOST_AT_ONCE = 4;

/** What may let somebody get something who could not before. */
const wakingTypes: EventType[] = [
  "conversation.opened",
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.prioritised",
  "conversation.ownerChanged",
  "conversation.offerEnded",
  "conversation.skillsChanged",
  "message.queued",
  "message.cancelled",
  "availability.changed",
  "contact.unblocked",
  "member.changed",
  "department.changed",
  "skill.changed",
  "routing.changed",
];

/**
 * Gives out work as soon as something happens that may let it. One process hears the log and starts at once; each looks
 * by itself every few seconds, so that nothing waits for a process that died.
 */
export function startRouting(): Loop {
  const dueAtMs = new Map<string, number>();
  let sweepAtMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const want = (tenantId: string, atMs: number) => {
    dueAtMs.set(tenantId, Math.min(atMs, dueAtMs.get(tenantId) ?? atMs));
  };

  const give = async (tenantId: string) => {
    dueAtMs.delete(tenantId);
    try {
      const { isOvertaken, nextDueAtMs } = await dispatch(tenantId);
      const nextMs = isOvertaken ? Date.now() + SOON_MS : nextDueAtMs;
      if (nextMs !== null) want(tenantId, nextMs);
    } catch (error) {
      // Others go on; this one is looked at again with the net.
      log().error({ error, tenantId }, "A workspace's queue could not be given out.");
    }
  };

  const round = async () => {
    const nowMs = Date.now();
    if (nowMs >= sweepAtMs) {
      sweepAtMs = nowMs + LATEST_MS;
      for (const tenantId of await findWaiting()) want(tenantId, nowMs);
    }
    const due = [...dueAtMs].filter(([, atMs]) => atMs <= nowMs).map(([tenantId]) => tenantId);
    await atOnce(MOST_AT_ONCE, due, give);
    setTimer();
    return false;
  };

  const setTimer = () => {
    clearTimeout(timer);
    const nextMs = Math.min(...dueAtMs.values());
    if (nextMs < sweepAtMs) timer = setTimeout(() => loop.wake(), Math.max(0, nextMs - Date.now()));
  };

  const loop = startLoop({ name: "routing", round, idleMs: LATEST_MS });
  const reader = startReader({
    name: "routing",
    types: wakingTypes,
    onEvents: async (events) => {
      const routed = await tenantsWith(queues, new Set(events.map(({ tenantId }) => tenantId)));
      for (const tenantId of routed) want(tenantId, Date.now());
      if (routed.length > 0) loop.wake();
    },
  });
  return {
    wake: loop.wake,
    stop: async () => {
      clearTimeout(timer);
      await Promise.all([reader.stop(), loop.stop()]);
      clearTimeout(timer);
    },
  };
}
