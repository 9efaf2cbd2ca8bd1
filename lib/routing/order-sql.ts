import { type SQL, sql } from "drizzle-orm";
import { priorities } from "@/lib/conversations/types";

/** As the queue counts it, also for one that came into it before it was counted. */
export const queuedSince = sql`coalesce(conversations.queued_since, conversations.waiting_since, conversations.last_activity_at)`;

/** How often a conversation has been raised by one priority, having waited so long. */
export function raisedBy(now: Date, agingMinutes: number): SQL {
  const waited = sql`extract(epoch from ${now.toISOString()}::timestamptz - ${queuedSince})`;
  return sql`greatest(0, floor(${waited} / ${agingMinutes * 60}))::int`;
}

const inRank = sql.raw(`array[${priorities.map((priority) => `'${priority}'`).join(", ")}]`);

/** `queueOrder` of the rules, in SQL, for what reads a queue and gives nothing out. */
export function nextInLine(now: Date, agingMinutes: number): SQL {
  const level = sql`array_position(${inRank}, conversations.priority)`;
  return sql`greatest(1, ${level} - ${raisedBy(now, agingMinutes)}), (conversations.returned_at is null),
    ${queuedSince}, conversations.id`;
}
