import type { Transaction } from "@/db/transaction";

/**
 * Whoever withdraws consent and whoever begins a message that needs it meet at this lock: a message goes before the
 * withdrawal's commit, or sees it. Sorted, since locks taken in different orders wait for each other for ever.
 */
export async function lockConsents(
  tx: Transaction,
  contacts: { tenantId: string; contactId: string }[],
  mode: "withdrawing" | "relying",
): Promise<void> {
  if (contacts.length === 0) return;
  const lock = mode === "withdrawing" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
  await tx.$client.query({
    name: `lock_consents_${mode}`,
    text: `select ${lock}(key) from (
       select distinct hashtextextended(k, 0) as key from unnest($1::text[]) as k order by key) as sorted`,
    values: [contacts.map(({ tenantId, contactId }) => `consent|${tenantId}|${contactId}`)],
  });
}
