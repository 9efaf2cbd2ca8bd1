import { and, desc, eq } from "drizzle-orm";
import { consents } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { ConsentPurpose, ConsentState } from "./types";

/** The present state of each purpose that was ever recorded for a contact. */
export async function currentConsents(
  tx: Transaction,
  tenantId: string,
  contactId: string,
): Promise<Partial<Record<ConsentPurpose, ConsentState>>> {
  const newest = await tx
    .selectDistinctOn([consents.purpose], { purpose: consents.purpose, state: consents.state })
    .from(consents)
    .where(and(eq(consents.tenantId, tenantId), eq(consents.contactId, contactId)))
    .orderBy(consents.purpose, desc(consents.at), desc(consents.id));
  return Object.fromEntries(newest.map(({ purpose, state }) => [purpose, state]));
}
