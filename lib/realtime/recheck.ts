import { type Actor, actorOfSession } from "@/lib/auth";
import { DomainError } from "@/lib/errors";
import { audienceOf } from "./audience";
import type { RealtimeSocket } from "./protocol";
import { enterRooms, leaveRooms } from "./rooms";

/**
 * Asks again who each socket is. One whose session or membership has ended is cut; one whose rights have changed goes on
 * with the new ones and is told to load afresh. Tabs of one session are asked about once.
 */
export async function recheck(sockets: RealtimeSocket[]): Promise<void> {
  const subscribed = sockets.filter((socket) => socket.data.subscription);
  const byQuestion = Map.groupBy(subscribed, (socket) => `${socket.data.sessionId} ${workspaceOf(socket)}`);
  for (const tabs of byQuestion.values()) {
    const [first] = tabs;
    if (!first) continue;
    const workspace = workspaceOf(first);
    const actor = await actorNow(first.data.sessionId, workspace);
    for (const socket of tabs) {
      // A tab may have moved meanwhile: then this answer is not about it.
      if (workspaceOf(socket) === workspace) apply(socket, actor);
    }
  }
}

function workspaceOf(socket: RealtimeSocket): string {
  return socket.data.subscription?.workspace ?? "";
}

/** Null when the session or the membership is over. @throws when the database cannot say. */
async function actorNow(sessionId: string, workspace: string): Promise<Actor | null> {
  try {
    return await actorOfSession(sessionId, workspace);
  } catch (error) {
    if (error instanceof DomainError && error.kind !== "unavailable") return null;
    throw error;
  }
}

function apply(socket: RealtimeSocket, actor: Actor | null): void {
  const { subscription } = socket.data;
  if (!subscription || socket.disconnected) return;
  if (!actor) {
    socket.disconnect(true);
    return;
  }
  if (audienceOf(actor) === audienceOf(subscription.actor) && actor.id === subscription.actor.id) return;
  leaveRooms(socket, subscription.actor);
  subscription.actor = actor;
  enterRooms(socket, actor);
  socket.emit("resync");
}
