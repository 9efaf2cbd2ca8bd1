import "server-only";
/** The way to a tenant's rows: a transaction in which row-level security knows the tenant. */
import { type Transaction, transact } from "./transaction";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `SET` takes no parameters, hence the strict form. Keep network calls out of `work`: an open transaction holds back every reader of the event log. */
export async function withTenant<T>(actor: { tenantId: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (!UUID.test(actor.tenantId)) throw new Error("A tenant id must be a lower-case UUID.");
  return transact("app", `begin; set local app.tenant_id = '${actor.tenantId}'`, work);
}
