import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import type { EventType, RecordedEvent } from "@/lib/events";
import { framesByRoom } from "./audience";
import { factsOf } from "./facts";
import type { RealtimeServer, RealtimeSocket } from "./protocol";
import { recheck } from "./recheck";
import { tenantRoom } from "./rooms";

/** Events after which what a member may see may have changed. */
const changesRights: ReadonlySet<EventType> = new Set<EventType>([
  "member.changed",
  "department.changed",
  "settings.changed",
]);

/** Hands a batch of all tenants' events to those whose sockets are here, each as far as they may see. */
export async function deliver(io: RealtimeServer, events: RecordedEvent[], cursor: string): Promise<void> {
  const byTenant = Map.groupBy(events, (event) => event.tenantId);
  for (const [tenantId, own] of byTenant) {
    const sockets = socketsOf(io, tenantId);
    if (sockets.length === 0) continue;
    if (own.some((event) => changesRights.has(event.type))) await recheck(sockets);
    const facts = await withTenant(systemActor(tenantId, "realtime"), (tx) => factsOf(tx, tenantId, own));
    for (const [room, frames] of framesByRoom(actorsOf(io, tenantId), own, facts)) {
      if (frames.length > 0) io.local.to(room).emit("events", frames, cursor);
    }
  }
}

function socketsOf(io: RealtimeServer, tenantId: string): RealtimeSocket[] {
  const ids = io.of("/").adapter.rooms.get(tenantRoom(tenantId)) ?? new Set();
  return [...ids].flatMap((id) => io.of("/").sockets.get(id) ?? []);
}

function actorsOf(io: RealtimeServer, tenantId: string): Actor[] {
  return socketsOf(io, tenantId).flatMap((socket) => socket.data.subscription?.actor ?? []);
}
