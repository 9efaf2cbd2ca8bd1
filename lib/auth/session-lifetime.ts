import { sql } from "drizzle-orm";
import { DAY } from "@/lib/time";

/** However much it is used, a session ends after this. */
export const SESSION_MS = 30 * DAY;
/** Unused for this long, it ends earlier. */
const IDLE = sql`interval '14 days'`;

/** The condition under which the session `s` still stands. */
export const stands = sql`s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - ${IDLE}`;
