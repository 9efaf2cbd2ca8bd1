import { and, asc, eq, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { conversations, serviceLevels } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { RunningServiceLevel } from "@/lib/service-levels/types";

/** Every customer who waits has a service window: it is a matter from its last hour on. */
const isRunning = and(
  isNull(serviceLevels.metAt),
  isNull(serviceLevels.cancelledAt),
  or(ne(serviceLevels.kind, "window"), isNotNull(serviceLevels.warnedAt)),
);

/** The most urgent of what runs in a conversation. */
export function mostUrgentLevel(tx: Transaction) {
  const { kind, dueAt, warnAt, warnedAt, missedAt } = serviceLevels;
  return tx
    .select({ kind, dueAt, warnAt, warnedAt, missedAt })
    .from(serviceLevels)
    .where(
      and(
        eq(serviceLevels.tenantId, conversations.tenantId),
        eq(serviceLevels.conversationId, conversations.id),
        isRunning,
      ),
    )
    .orderBy(sql`${dueAt} asc nulls last`, asc(kind))
    .limit(1)
    .as("level");
}

export type LevelRow = Pick<typeof serviceLevels.$inferSelect, "kind" | "dueAt" | "warnAt" | "warnedAt" | "missedAt">;

export function shownLevel(row: LevelRow | null): RunningServiceLevel | null {
  if (row === null) return null;
  return {
    kind: row.kind,
    state: row.missedAt ? "missed" : row.warnedAt ? "warned" : "ok",
    dueAt: row.dueAt?.toISOString() ?? null,
    warnAt: row.warnAt?.toISOString() ?? null,
  };
}

/** When the most urgent is due; null where nothing is. */
export function dueAtOf(): SQL<string | null> {
  return sql`(select min(sl.due_at) from service_levels sl where sl.tenant_id = ${conversations.tenantId}
    and sl.conversation_id = ${conversations.id} and sl.met_at is null and sl.cancelled_at is null
    and (sl.kind <> 'window' or sl.warned_at is not null))`;
}

/** From the few that are at risk or missed to their conversations. */
export function hasLevel(tenantId: string, state: "warned" | "missed"): SQL {
  const isState =
    state === "missed" ? sql`sl.missed_at is not null` : sql`sl.warned_at is not null and sl.missed_at is null`;
  return sql`${conversations.id} in (select sl.conversation_id from service_levels sl where sl.tenant_id = ${tenantId}
    and sl.met_at is null and sl.cancelled_at is null and ${isState})`;
}
