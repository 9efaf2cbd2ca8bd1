import { and, eq } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { loadBook } from "./identities/load";
import { saveBook } from "./identities/save";
import { findInBook, sightInBook } from "./identities/sight";

/**
 * The contact who has this number, else a new one under the given name: for whoever writes first. The caller holds
 * `lockIdentities`.
 *
 * @param phone digits, as `readPhone` gives them
 */
export async function meetByPhone(
  tx: Transaction,
  actor: Actor,
  { portfolioId, phone, name }: { portfolioId: string; phone: string; name: string | null },
): Promise<string> {
  const { tenantId } = actor;
  const place = { tenantId, portfolioId };
  const book = await loadBook(tx, place, [{ kind: "phone", value: phone }]);
  const who = { phone, bsuid: null, parentBsuid: null };
  const known = findInBook(book, who, Date.now());
  if (known) return known;
  const contactId = sightInBook(book, who, Date.now());
  await saveBook(tx, place, book);
  if (name) {
    await tx
      .update(contacts)
      .set({ name: storableText(name) })
      .where(and(eq(contacts.tenantId, tenantId), eq(contacts.id, contactId)));
  }
  await recordEvent(tx, actor, { type: "contact.created", contactId });
  return contactId;
}
