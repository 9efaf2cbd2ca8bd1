import type { Transaction } from "@/db/transaction";

/**
 * One writer at a time for who is who in a portfolio, until the transaction ends: two engines that see the same new
 * customer make one contact. Ingest, merging and erasing take it first, before any row.
 */
export async function lockIdentities(tx: Transaction, tenantId: string, portfolioId: string): Promise<void> {
  await tx.$client.query({
    name: "lock_identities",
    text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`identities|${tenantId}|${portfolioId}`],
  });
}
