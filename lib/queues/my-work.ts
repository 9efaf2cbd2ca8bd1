import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { AgentDay, DayBreak } from "./types";

/** The asker's states of today, from its first moment; what lasts has no end. */
export async function listAvailability(
  tx: Transaction,
  actor: Actor,
  { start, now }: { start: Date; now: Date },
): Promise<DayBreak[]> {
  const { rows } = await tx.execute<Omit<DayBreak, "since" | "until"> & { since: string; until: string | null }>(sql`
    select state, reason, greatest(since, ${start.toISOString()}::timestamptz) as since, until from availability
    where tenant_id = ${actor.tenantId} and member_id = ${actor.id}::uuid
      and since <= ${now.toISOString()}::timestamptz and (until is null or until > ${start.toISOString()}::timestamptz)
    order by since`);
  return rows.map(({ state, reason, since, until }) => ({
    ...{ state, reason },
    since: new Date(since).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
  }));
}

type Counts = Pick<AgentDay, "answeredToday" | "assignedToday" | "resolvedToday">;

/** In how many conversations the asker has written today, and how many came to them and were ended by them. */
export async function readCounts(tx: Transaction, actor: Actor, start: Date): Promise<Counts> {
  const from = sql`${start.toISOString()}::timestamptz`;
  // Every state is named, or the index that begins with them would be of no use.
  const { rows } = await tx.execute<Record<keyof Counts, string>>(sql`
    select
      (select count(*) from conversations c
        where c.tenant_id = ${actor.tenantId} and c.state in ('bot', 'queued', 'open', 'snoozed', 'resolved')
          and c.last_activity_at >= ${from} and exists (
            select from messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.at >= ${from}
              and m.author = 'member' and m.author_id = ${actor.id}::uuid
              and m.status not in ('scheduled', 'cancelled'))) as "answeredToday",
      count(*) filter (where type = 'conversation.assigned') as "assignedToday",
      count(distinct conversation_id) filter (where type = 'conversation.resolved') as "resolvedToday"
    from events
    where tenant_id = ${actor.tenantId} and at >= ${from}
      and (type = 'conversation.assigned' and member_id = ${actor.id}::uuid
        or type = 'conversation.resolved' and actor = ${`member:${actor.id}`})
      and type in ('conversation.assigned', 'conversation.resolved')`);
  const row = rows[0];
  return {
    answeredToday: Number(row?.answeredToday ?? 0),
    assignedToday: Number(row?.assignedToday ?? 0),
    resolvedToday: Number(row?.resolvedToday ?? 0),
  };
}
