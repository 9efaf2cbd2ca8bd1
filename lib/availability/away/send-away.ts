import { sql } from "drizzle-orm";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { begin, lockPresent } from "@/lib/availability/begin";
import { AWAY } from "@/lib/availability/types";
import { defaultPreferences } from "@/lib/preferences/types";

const BATCH = 100;

/**
 * Puts on a break who is online and has done nothing for as long as they said. Any number of engines do this at once:
 * each member goes away once. Answers whether there may be more.
 */
export async function sendAway(now: Date = new Date()): Promise<boolean> {
  const idle = await withSystem(async (tx) => {
    const { rows } = await tx.execute<{ tenantId: string; memberId: string; idleSince: Date }>(sql`
      select a.tenant_id as "tenantId", a.member_id as "memberId"
      from availability a
      join members m on m.tenant_id = a.tenant_id and m.id = a.member_id and m.status = 'active'
      left join preferences p on p.tenant_id = a.tenant_id and p.member_id = a.member_id
      where a.until is null and a.state = 'online'
        and coalesce(p.away_after_minutes, ${defaultPreferences.awayAfterMinutes}) > 0
        and greatest(a.since, a.active_at) < ${now.toISOString()}::timestamptz
          - coalesce(p.away_after_minutes, ${defaultPreferences.awayAfterMinutes}) * interval '1 minute'
      limit ${BATCH}`);
    return rows;
  });
  for (const { tenantId, memberId } of idle) {
    const actor = systemActor(tenantId, "away");
    await withTenant(actor, async (tx) => {
      const before = await lockPresent(tx, actor, memberId);
      // Looked at again: they may have come back, or another engine may have been quicker.
      const isStillIdle = before?.state === "online" && isBefore(before.activeAt, now) && isBefore(before.since, now);
      if (isStillIdle) await begin(tx, actor, memberId, before, { state: "break", reason: AWAY });
    });
  }
  return idle.length === BATCH;
}

const LATELY_MS = 55_000;

/** The shortest time that can be chosen is a minute; who was here within it has come back since the look. */
function isBefore(at: Date | null, now: Date): boolean {
  return at === null || at.getTime() < now.getTime() - LATELY_MS;
}
