import { sql } from "drizzle-orm";
import { withSystem } from "@/db/system";

/** Drops the subscriptions of sign-ins that have ended: nobody is told through them any more as it is. */
export async function dropDead(): Promise<void> {
  await withSystem((tx) =>
    tx.execute(sql`
      delete from push_subscriptions p using sessions s
      where s.id = p.session_id and (s.revoked_at is not null or s.expires_at <= now())`),
  );
}
