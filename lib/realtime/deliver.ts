import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import { visibilityFactsOf } from "@/lib/conversations";
import type { EventType, RecordedEvent } from "@/lib/events";
import { atOnce } from "@/lib/jobs";
import { keepWanted, noticesByMember } from "@/lib/notifications";
import { framesByRoom, memberRoom } from "./audience";
import type { CompanyService } from "./company/start";
import type { RealtimeServer, RealtimeSocket } from "./protocol";
import { recheck } from "./recheck";
import { tenantRoom } from "./rooms";

/** They do not wait for each other: each asks the database for itself, and half of the connections stay for pages. */
const TENANTS_AT_ONCE = 8;

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
  await atOnce(TENANTS_AT_ONCE, byTenant, async ([tenantId, own]) => {
    const sockets = socketsOf(io, tenantId);
    if (sockets.length === 0) return;
    if (own.some((event) => changesRights.has(event.type))) {
      await recheck(sockets);
      company.lookAgain(sockets);
    }
    const actors = actorsOf(io, tenantId);
    const asker = systemActor(tenantId, "realtime");
    const facts = await withTenant(asker, (tx) => visibilityFactsOf(tx, tenantId, own));
    company.turnAway(tenantId, facts);
    for (const [room, frames] of framesByRoom(actors, own, facts)) {
      if (frames.length > 0) io.local.to(room).emit("events", frames, cursor);
    }
    const notices = noticesByMember(actors, own, facts);
    if (notices.size === 0) return;
    for (const [id, told] of await withTenant(asker, (tx) => keepWanted(tx, tenantId, notices, "desktop"))) {
      if (told.length > 0) io.local.to(memberRoom({ tenantId, id })).emit("notices", told);
    }
  });
}

function socketsOf(io: RealtimeServer, tenantId: string): RealtimeSocket[] {
  const ids = io.of("/").adapter.rooms.get(tenantRoom(tenantId)) ?? new Set();
  return [...ids].flatMap((id) => io.of("/").sockets.get(id) ?? []);
}

function actorsOf(io: RealtimeServer, tenantId: string): Actor[] {
  return socketsOf(io, tenantId).flatMap((socket) => socket.data.subscription?.actor ?? []);
}
