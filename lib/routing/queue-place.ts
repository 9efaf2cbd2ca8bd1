import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { priorities } from "@/lib/conversations/types";

/** As what workspaces have that did not choose: see the table of workloads. */
const AGING_MINUTES = 15;

/** Where a conversation stands in the queue of its department, 1 being the head; null where it is in none. */
export async function placeInQueue(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  conversationId: string,
): Promise<number | null> {
  const list = sql.raw(`array[${priorities.map((priority) => `'${priority}'`).join(", ")}]`);
  const { rows } = await tx.execute<{ place: number }>(sql`
    with aging as (
      select coalesce((select aging_minutes from workloads where tenant_id = ${tenantId}), ${AGING_MINUTES}) as minutes
    ), standing as (
      select c.id, row_number() over (
        order by greatest(0, array_position(${list}, c.priority) - 1
            - floor(extract(epoch from now() - c.queued_since) / 60 / aging.minutes)),
          c.returned_at is null, c.queued_since, c.id) as place
      from conversations c, aging
      where c.tenant_id = ${tenantId} and c.state = 'queued' and c.owner = 'us'
        and c.department_id is not distinct from
          (select department_id from conversations where tenant_id = ${tenantId} and id = ${conversationId})
    )
    select place::int as place from standing where id = ${conversationId}`);
  return rows[0]?.place ?? null;
}
