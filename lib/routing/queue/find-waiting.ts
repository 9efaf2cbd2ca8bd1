import { sql } from "drizzle-orm";
import { withSystem } from "@/db/system";
import { waitsInQueue } from "@/lib/routing/waits-in-queue";

/**
 * The workspaces that may have something to give out: the net for what no event tells, such as a lost wake-up, or a
 * customer who writes to somebody who is gone.
 */
export async function findWaiting(): Promise<string[]> {
  const { rows } = await withSystem((tx) =>
    tx.execute<{ tenantId: string }>(sql`
      select t.tenant_id as "tenantId" from (
        select distinct q.tenant_id from queues q join tenants w on w.id = q.tenant_id and w.status = 'active'
        where q.mode <> 'manual') as t
      where exists (
          select from conversations c
          join queues q on q.tenant_id = c.tenant_id and q.department_id = c.department_id and q.mode <> 'manual'
          where c.tenant_id = t.tenant_id and c.owner = 'us'
            and (${sql.raw(waitsInQueue("c"))} or (c.state = 'open' and c.waiting_since is not null and (q.unanswered_seconds is not null or not exists (
              select from availability a where a.tenant_id = c.tenant_id and a.member_id = c.assignee_id
                and a.until is null and a.state in ('online', 'busy'))))))
        or exists (select from offers o where o.tenant_id = t.tenant_id and o.outcome is null)`),
  );
  return rows.map(({ tenantId }) => tenantId);
}
