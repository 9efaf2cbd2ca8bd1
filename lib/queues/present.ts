import { and, eq, type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { queuedSince, waitsInQueue } from "@/lib/routing";

export type PresentQueue = { departmentId: string | null; waiting: number; oldestSince: Date | null; open: number };

const isWaiting = sql.raw(waitsInQueue());

/** Who waits and what is open now, by department, under the visibility rule. */
export async function readPresentQueues(tx: Transaction, actor: Actor): Promise<PresentQueue[]> {
  return tx
    .select({
      departmentId: conversations.departmentId,
      waiting: counted(isWaiting),
      oldestSince: sql<Date | null>`min(${queuedSince}) filter (where ${isWaiting})`.mapWith(toDate),
      open: counted(sql`${conversations.state} = 'open'`),
    })
    .from(conversations)
    .where(and(eq(conversations.tenantId, actor.tenantId), sql`${conversations.state} <> 'resolved'`, visibleTo(actor)))
    .groupBy(conversations.departmentId);
}

function counted(condition: SQL) {
  return sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
}

function toDate(value: string | Date): Date {
  return new Date(value);
}
