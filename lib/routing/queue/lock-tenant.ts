import type { Transaction } from "@/db/transaction";

/** Of engines that plan for the same workspace, one does; the others wait and then find less to do. */
export async function lockTenant(tx: Transaction, tenantId: string): Promise<void> {
  await tx.$client.query({
    name: "lock_routing",
    text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`routing|${tenantId}`],
  });
}
