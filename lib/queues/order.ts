import { type SQL, sql } from "drizzle-orm";

/** As the queue counts it, also for one that came into it before it was counted. */
export const queuedSince = sql`coalesce(conversations.queued_since, conversations.waiting_since, conversations.last_activity_at)`;

/** How often a conversation has been raised by one priority, having waited so long. */
export function raisedBy(now: Date, agingMinutes: number): SQL {
  const waited = sql`extract(epoch from ${now.toISOString()}::timestamptz - ${queuedSince})`;
  return sql`greatest(0, floor(${waited} / ${agingMinutes * 60}))::int`;
}

/** Who is next: by the priority they have come to, then who was given back, then who has waited longest. */
export function nextInLine(now: Date, agingMinutes: number): SQL {
  const level = sql`array_position(array['urgent', 'high', 'normal', 'low'], conversations.priority)`;
  return sql`greatest(1, ${level} - ${raisedBy(now, agingMinutes)}), (conversations.returned_at is null),
    ${queuedSince}, conversations.id`;
}
