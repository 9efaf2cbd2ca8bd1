import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { HOUR, MINUTE } from "@/lib/time";

export type ExpectedWait = { fromMinutes: number; toMinutes: number };

/** Of fewer waits nobody can say what the next will be. */
const FEWEST_WAITS = 5;

/** From how long others waited, in milliseconds: the middle half of them. Null where too few did. */
export function expectedWait(waitsMs: readonly number[]): ExpectedWait | null {
  if (waitsMs.length < FEWEST_WAITS) return null;
  const inOrder = waitsMs.toSorted((one, other) => one - other);
  const at = (part: number) => inOrder[Math.round(part * (inOrder.length - 1))] ?? 0;
  const fromMinutes = Math.max(1, Math.floor(at(0.25) / MINUTE));
  return { fromMinutes, toMinutes: Math.max(fromMinutes, Math.ceil(at(0.75) / MINUTE)) };
}

/** The latest of a workspace; what is older says little, and no index finds it by time. */
const MOST_EVENTS = 5_000;

/** How long each waited who left a department's queue within the last hour, in milliseconds. */
export async function recentWaits(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  { departmentId, now = new Date() }: { departmentId: string | null; now?: Date },
): Promise<number[]> {
  const { rows } = await tx.execute<{ wait_ms: number }>(sql`
    select (extract(epoch from left_at.at - came.at) * 1000)::float8 as wait_ms
    from (
      select e.type, e.conversation_id, e.department_id, e.at, e.xid, e.seq from events e
      where e.tenant_id = ${tenantId} order by e.xid desc, e.seq desc limit ${MOST_EVENTS}
    ) left_at
    cross join lateral (
      select q.at from events q
      where q.tenant_id = ${tenantId} and q.conversation_id = left_at.conversation_id
        and q.type = 'conversation.queued' and (q.xid, q.seq) < (left_at.xid, left_at.seq)
      order by q.xid desc, q.seq desc limit 1
    ) came
    where left_at.type = 'conversation.dequeued' and left_at.department_id is not distinct from ${departmentId}::uuid
      and left_at.at > ${new Date(now.getTime() - HOUR)}`);
  return rows.map(({ wait_ms }) => wait_ms);
}
