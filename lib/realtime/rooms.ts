import type { Actor } from "@/lib/auth";
import { audienceOf, memberRoom } from "./audience";
import type { RealtimeSocket } from "./protocol";

/** Rooms are entered here alone, after the session has been checked; a client cannot name one. */
export function enterRooms(socket: RealtimeSocket, actor: Actor): void {
  void socket.join(roomsOf(actor));
}

export function leaveRooms(socket: RealtimeSocket, actor: Actor): void {
  for (const room of roomsOf(actor)) void socket.leave(room);
}

export function tenantRoom(tenantId: string): string {
  return `tenant:${tenantId}`;
}

function roomsOf(actor: Actor): string[] {
  return [tenantRoom(actor.tenantId), audienceOf(actor), memberRoom(actor)];
}
