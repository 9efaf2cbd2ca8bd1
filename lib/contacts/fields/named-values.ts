import { and, eq } from "drizzle-orm";
import { contactFields, contactFieldValues } from "@/db/schema";
import type { Transaction } from "@/db/transaction";

/** What the workspace itself knows of a contact, by the names of its fields. */
export function readNamedValues(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  contactId: string,
): Promise<{ name: string; value: string }[]> {
  return tx
    .select({ name: contactFields.name, value: contactFieldValues.value })
    .from(contactFieldValues)
    .innerJoin(
      contactFields,
      and(eq(contactFields.tenantId, contactFieldValues.tenantId), eq(contactFields.id, contactFieldValues.fieldId)),
    )
    .where(and(eq(contactFieldValues.tenantId, tenantId), eq(contactFieldValues.contactId, contactId)));
}
