import { type IdentityBook, type IdentityKind, identityKinds, makeContact, rowsOfContact, survivorOf } from "./book";
import { mergeInBook } from "./merge-in-book";
import { attach, heldAt, mayHold, phoneHeldAt } from "./periods";

export type Addresses = { phone: string | null; bsuid: string | null; parentBsuid: string | null };

/** The contact that was known by these addresses at that moment; null when nobody was. */
export function findInBook(book: IdentityBook, who: Addresses, atMs: number): string | null {
  const byBsuid = who.bsuid === null ? null : heldAt(book, "bsuid", who.bsuid, atMs);
  if (byBsuid) return byBsuid.contactId;
  const byPhone = who.phone === null ? null : phoneHeldAt(book, who.phone, atMs);
  if (byPhone)
    return who.bsuid !== null && hasOtherBsuid(book, byPhone.contactId, who.bsuid, atMs) ? null : byPhone.contactId;
  if (who.bsuid !== null || who.phone !== null || who.parentBsuid === null) return null;
  return heldAt(book, "parent_bsuid", who.parentBsuid, atMs)?.contactId ?? null;
}

/** The same, but somebody new becomes a contact, and what was not known of the contact is added. */
export function sightInBook(book: IdentityBook, who: Addresses, atMs: number): string {
  const contactId = findInBook(book, who, atMs) ?? makeContact(book);
  if (who.bsuid !== null && who.phone !== null) joinPhoneOnly(book, contactId, who.phone, atMs);
  for (const [kind, value] of addressList(who)) attach(book, survivorOf(book, contactId), kind, value, atMs);
  return survivorOf(book, contactId);
}

export function addressList(who: Addresses): [IdentityKind, string][] {
  const values: Record<IdentityKind, string | null> = {
    phone: who.phone,
    bsuid: who.bsuid,
    parent_bsuid: who.parentBsuid,
  };
  return identityKinds.flatMap((kind): [IdentityKind, string][] => {
    const value = values[kind];
    return value === null ? [] : [[kind, value]];
  });
}

/** A recycled number: the same phone under a user id of somebody else. */
function hasOtherBsuid(book: IdentityBook, contactId: string, bsuid: string, atMs: number): boolean {
  return rowsOfContact(book, contactId).some(
    (row) => row.kind === "bsuid" && row.value !== bsuid && mayHold(row, atMs),
  );
}

/** A contact known by the phone alone, and one known by a user id: the item that carries both says they are one. */
function joinPhoneOnly(book: IdentityBook, contactId: string, phone: string, atMs: number): void {
  const holder = phoneHeldAt(book, phone, atMs);
  if (!holder || holder.contactId === contactId) return;
  if (rowsOfContact(book, holder.contactId).some((row) => row.kind === "bsuid")) return;
  mergeInBook(book, holder.contactId, contactId);
}
