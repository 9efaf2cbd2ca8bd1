import { and, eq, type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { scopeOf } from "./scope";

export type PromisesOfDepartment = {
  departmentId: string | null;
  atRisk: number;
  missedToday: number;
  kept: number;
  ended: number;
};

/** A promise that still runs, of which was warned or has to be by now, and that is not missed yet. */
export function isAtRisk(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`(sl.met_at is null and sl.cancelled_at is null and sl.missed_at is null
    and sl.due_at is not null and (sl.warned_at is not null or sl.warn_at <= ${at}))`;
}

/**
 * When the first of a conversation's promises ends. Every customer who waits has Meta's window: it is a matter from its
 * warning on.
 */
export const dueAt = sql<Date | null>`(select min(sl.due_at) from service_levels sl
  where sl.tenant_id = conversations.tenant_id and sl.conversation_id = conversations.id
    and sl.met_at is null and sl.cancelled_at is null and sl.missed_at is null
    and (sl.kind <> 'window' or sl.warned_at is not null))`;

export function isMissedSince(start: Date): SQL {
  return sql`(sl.missed_at >= ${start.toISOString()}::timestamptz and sl.cancelled_at is null)`;
}

/**
 * By department: conversations with a promise at risk or missed today, of those that the asker sees; and the promises of
 * today that were kept, of all that were kept or missed. Meta's window is nobody's promise and counts only as a risk.
 */
export async function readPromises(
  tx: Transaction,
  actor: Actor,
  { start, now }: { start: Date; now: Date },
): Promise<PromisesOfDepartment[]> {
  const [counted, ended] = await inOneTrip(readCounted(tx, actor, { start, now }), readEnded(tx, actor, start));
  const ids = new Set([...counted, ...ended].map((row) => row.departmentId));
  return [...ids].map((id) => {
    const { atRisk, missedToday } = counted.find((row) => row.departmentId === id) ?? { atRisk: 0, missedToday: 0 };
    const { kept, missed } = ended.find((row) => row.departmentId === id) ?? { kept: 0, missed: 0 };
    return { departmentId: id, atRisk, missedToday, kept, ended: kept + missed };
  });
}

async function readCounted(tx: Transaction, actor: Actor, { start, now }: { start: Date; now: Date }) {
  const { departmentId } = conversations;
  return tx
    .select({
      departmentId,
      atRisk: distinct(isAtRisk(now)),
      missedToday: distinct(isMissedSince(start)),
    })
    .from(sql`service_levels sl`)
    .innerJoin(
      conversations,
      sql`${conversations.tenantId} = sl.tenant_id and ${conversations.id} = sl.conversation_id`,
    )
    .where(
      and(
        eq(sql`sl.tenant_id`, actor.tenantId),
        sql`((sl.met_at is null and sl.cancelled_at is null) or ${isMissedSince(start)})`,
        visibleTo(actor),
      ),
    )
    .groupBy(departmentId);
}

/** What is decided is decided once: a promise that was missed is not kept any more when it is met later. */
async function readEnded(tx: Transaction, actor: Actor, start: Date) {
  const since = sql`${start.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<{ departmentId: string | null; kept: string; missed: string }>(sql`
    select sl.department_id as "departmentId",
      count(*) filter (where sl.missed_at is null) as kept, count(*) filter (where sl.missed_at >= ${since}) as missed
    from service_levels sl
    where sl.tenant_id = ${actor.tenantId} and sl.kind <> 'window' and sl.cancelled_at is null
      and (sl.met_at >= ${since} or sl.missed_at >= ${since}) and ${scopeOf(actor, sql`sl.department_id`)}
    group by sl.department_id`);
  return rows.map(({ departmentId, kept, missed }) => ({ departmentId, kept: Number(kept), missed: Number(missed) }));
}

function distinct(condition: SQL) {
  return sql<number>`count(distinct sl.conversation_id) filter (where ${condition})`.mapWith(Number);
}
