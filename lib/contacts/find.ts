import type { Transaction } from "@/db/transaction";
import { NotFoundError } from "@/lib/errors";
import { selectContacts } from "./select-contacts";
import type { Contact } from "./types";

/** @throws {NotFoundError} also for a contact of another tenant. */
export async function findContact(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  contactId: string,
): Promise<Contact> {
  const [contact] = await selectContacts(tx, "where c.tenant_id = $1 and c.id = $2", [tenantId, contactId]);
  if (!contact) throw new NotFoundError("contact");
  return contact;
}
