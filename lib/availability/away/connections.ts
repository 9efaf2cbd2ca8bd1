import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { begin, lockPresent } from "@/lib/availability/begin";
import { CONNECTION_LOST } from "@/lib/availability/types";
import { MINUTE, SECOND } from "@/lib/time";

/** Longer than a lift, a tunnel or the restart of a server; a closed browser does not come back. */
export const LOST_AFTER_MS = 2 * MINUTE;

const WRITE_EVERY_MS = 25 * SECOND;
const BATCH = 100;

type Connected = { tenantId: string; memberId: string };

/** Keeps that these members have a live connection; those of whom it was kept a moment ago are passed over. */
export async function markConnected(members: Connected[], now: Date = new Date()): Promise<void> {
  if (members.length === 0) return;
  await withSystem((tx) =>
    tx.$client.query({
      name: "mark_connected",
      text: `
        update availability a set connected_at = $3
        from unnest($1::uuid[], $2::uuid[]) as m (tenant_id, member_id)
        where a.tenant_id = m.tenant_id and a.member_id = m.member_id and a.until is null
          and (a.connected_at is null or a.connected_at < $4)`,
      values: [
        members.map(({ tenantId }) => tenantId),
        members.map(({ memberId }) => memberId),
        now.toISOString(),
        new Date(now.getTime() - WRITE_EVERY_MS).toISOString(),
      ],
    }),
  );
}

/**
 * Puts on a break who is online and whose last connection ended a while ago, also where idleness would never do so: else
 * they would be given work all night. Who never had one, such as by the API, is left alone. Whoever asks has looked at
 * connections all the while. Any number of engines do this at once; answers whether there may be more.
 */
export async function sendDisconnected(now: Date = new Date()): Promise<boolean> {
  const lostBefore = new Date(now.getTime() - LOST_AFTER_MS);
  const lost = await withSystem(async (tx) => {
    const { rows } = await tx.$client.query<Connected>({
      name: "find_disconnected",
      text: `
        select a.tenant_id as "tenantId", a.member_id as "memberId"
        from availability a join members m on m.tenant_id = a.tenant_id and m.id = a.member_id and m.status = 'active'
        where a.until is null and a.state = 'online' and a.connected_at is not null
          and greatest(a.connected_at, a.since, a.active_at) < $1
        limit ${BATCH}`,
      values: [lostBefore.toISOString()],
    });
    return rows;
  });
  for (const { tenantId, memberId } of lost) {
    const actor = systemActor(tenantId, "away");
    await withTenant(actor, async (tx) => {
      const before = await lockPresent(tx, actor, memberId);
      // Looked at again: they may have come back, or another engine may have been quicker.
      const signs = [before?.connectedAt, before?.since, before?.activeAt];
      const isLost = before?.state === "online" && signs.every((at) => !at || at < lostBefore);
      if (isLost) await begin(tx, actor, memberId, before, { state: "break", reason: CONNECTION_LOST });
    });
  }
  return lost.length === BATCH;
}
