import { and, desc, eq, isNull } from "drizzle-orm";
import { contactIdentities } from "@/db/schema";
import type { Transaction } from "@/db/transaction";

/** The number that a contact has now; null when it is not known. */
export async function phoneOfContact(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  contactId: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ value: contactIdentities.value })
    .from(contactIdentities)
    .where(
      and(
        eq(contactIdentities.tenantId, tenantId),
        eq(contactIdentities.contactId, contactId),
        eq(contactIdentities.kind, "phone"),
        isNull(contactIdentities.validTo),
      ),
    )
    .orderBy(desc(contactIdentities.lastSeenAt))
    .limit(1);
  return row?.value ?? null;
}
