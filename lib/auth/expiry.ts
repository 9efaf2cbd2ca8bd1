import { sql } from "drizzle-orm";
import { withSystem } from "@/db/system";
import { type Loop, startLoop } from "@/lib/jobs";
import { dropSpentLimits } from "@/lib/limits";
import { HOUR } from "@/lib/time";

/** Drops what can no longer be used: sessions, links and limits whose time has passed. */
export async function dropExpired(): Promise<void> {
  await dropSpentLimits();
  await withSystem(async (tx) => {
    // Kept for a month after their end, for whoever looks into an incident.
    await tx.execute(sql`delete from sessions where least(expires_at, revoked_at) < now() - interval '30 days'`);
    await tx.execute(sql`delete from tokens where expires_at < now() - interval '30 days'`);
  });
}

export function startExpiry(): Loop {
  const round = async () => {
    await dropExpired();
    return false;
  };
  return startLoop({ name: "expiry", round, idleMs: HOUR });
}
