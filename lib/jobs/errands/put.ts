import { type SQL, sql } from "drizzle-orm";
import { errands } from "@/db/schema";
import type { Transaction } from "@/db/transaction";

/**
 * Leaves to the background what is to be done for each of very many, in one statement: whoever follows the log goes on at
 * once.
 *
 * @param items a query for tenants and items
 */
export async function putErrands(tx: Transaction, work: string, items: SQL): Promise<void> {
  await tx.execute(sql`
    insert into ${errands} (tenant_id, work, item_id)
    select w.tenant_id, ${work}, w.item_id from (${items}) as w (tenant_id, item_id)
    on conflict (tenant_id, work, item_id) do update set due_at = now(), failures = 0, code = null`);
}
