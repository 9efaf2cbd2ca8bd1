import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { workloadOf } from "@/lib/workload";
import { nextInLine } from "./order-sql";
import { waitsInQueue } from "./waits-in-queue";

/** Where a conversation stands in the queue of its department, 1 being the head; null where it is in none. */
export async function placeInQueue(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  conversationId: string,
  now: Date = new Date(),
): Promise<number | null> {
  const { agingMinutes } = await workloadOf(tx, { tenantId });
  const { rows } = await tx.execute<{ place: number }>(sql`
    with standing as (
      select conversations.id, row_number() over (order by ${nextInLine(now, agingMinutes)}) as place
      from conversations
      where tenant_id = ${tenantId} and ${sql.raw(waitsInQueue())} and department_id is not distinct from
        (select department_id from conversations where tenant_id = ${tenantId} and id = ${conversationId})
    )
    select place::int as place from standing where id = ${conversationId}`);
  return rows[0]?.place ?? null;
}
