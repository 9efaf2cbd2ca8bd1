import { LOST_AFTER_MS, markConnected, sendDisconnected } from "@/lib/availability";
import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import type { RealtimeSocket } from "./protocol";

const LOOK_EVERY_MS = 15 * SECOND;

/**
 * Keeps who is connected here, and lets those be away who are connected nowhere any more. After a start, and after a time
 * in which nothing could be kept, it first waits until everybody has had the time to come back.
 */
export function createConnectionWatch(sockets: () => RealtimeSocket[]) {
  let watchingSinceMs = 0;
  let lookedAtMs = 0;
  return async (now: Date = new Date()): Promise<boolean> => {
    const nowMs = now.getTime();
    const wasBlind = nowMs - lookedAtMs > LOST_AFTER_MS / 2;
    await markConnected(membersOf(sockets()), now);
    lookedAtMs = nowMs;
    if (wasBlind) watchingSinceMs = nowMs;
    if (nowMs - watchingSinceMs < LOST_AFTER_MS) return false;
    return sendDisconnected(now);
  };
}

export function watchConnections(sockets: () => RealtimeSocket[]): Loop {
  const look = createConnectionWatch(sockets);
  return startLoop({ name: "connections", round: () => look(), idleMs: LOOK_EVERY_MS });
}

/** Many tabs count as one member. */
function membersOf(sockets: RealtimeSocket[]) {
  const members = sockets.flatMap(({ connected, data: { subscription } }) => {
    if (!connected || !subscription) return [];
    const { tenantId, id } = subscription.actor;
    return [[`${tenantId} ${id}`, { tenantId, memberId: id }] as const];
  });
  return [...new Map(members).values()];
}
