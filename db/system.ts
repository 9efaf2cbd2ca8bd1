import "server-only";
/**
 * The role that bypasses row-level security: claiming work for all tenants, sign-in and key look-up before a tenant is
 * known, the operator and retention. The linter guards who imports this.
 */
import { type Transaction, transact } from "./transaction";

export async function withSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact("system", "begin", work);
}
