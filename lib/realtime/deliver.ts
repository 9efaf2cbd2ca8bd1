import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import type { EventType, RecordedEvent } from "@/lib/events";
import { decideNotices } from "@/lib/notifications";
import { framesByRoom, memberRoom } from "./audience";
import type { CompanyService } from "./company/start";
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
export async function deliver(
  io: RealtimeServer,
  events: RecordedEvent[],
  cursor: string,
  company: Pick<CompanyService, "turnAway" | "lookAgain">,
): Promise<void> {
  const byTenant = Map.groupBy(events, (event) => event.tenantId);
  for (const [tenantId, own] of byTenant) {
    const sockets = socketsOf(io, tenantId);
    if (sockets.length === 0) continue;
    if (own.some((event) => changesRights.has(event.type))) {
      await recheck(sockets);
      company.lookAgain(sockets);
    }
    const actors = actorsOf(io, tenantId);
    const { facts, notices } = await withTenant(systemActor(tenantId, "realtime"), async (tx) => ({
      facts: await factsOf(tx, tenantId, own),
      notices: await decideNotices(tx, actors, own, "desktop"),
    }));
    company.turnAway(tenantId, facts);
    for (const [room, frames] of framesByRoom(actors, own, facts)) {
      if (frames.length > 0) io.local.to(room).emit("events", frames, cursor);
    }
    for (const [id, told] of notices) {
      if (told.length > 0) io.local.to(memberRoom({ tenantId, id })).emit("notices", told);
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
