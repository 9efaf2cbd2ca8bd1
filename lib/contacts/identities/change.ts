import { type IdentityBook, type IdentityKind, makeContact, rowsOfContact } from "./book";
import { mergeInBook } from "./merge-in-book";
import { attach, begin, heldAt, mayHold, phoneHeldAt } from "./periods";
import { type Addresses, addressList, findInBook } from "./sight";

/**
 * WhatsApp said that a person got another number or user id. What it was known by ends, the new begins, and the contact
 * stays one; also when the first message under the new address came before this notice.
 */
export function changeInBook(book: IdentityBook, before: Addresses, after: Addresses, atMs: number): string {
  const old = findInBook(book, before, atMs);
  const already = alreadyKnownAs(book, after, atMs);
  const kept = old ?? already[0] ?? makeContact(book);
  for (const contactId of already) if (contactId !== kept) mergeInBook(book, kept, contactId);

  const replaced = new Map(addressList(after));
  for (const [kind, value] of addressList(before)) {
    if ((replaced.get(kind) ?? value) === value) attach(book, kept, kind, value, atMs);
    else remember(book, kept, kind, value, atMs);
  }
  for (const [kind, value] of replaced) {
    endOthers(book, kept, kind, value, atMs);
    open(book, kept, kind, value, atMs);
  }
  return kept;
}

/**
 * Somebody who was first seen under the new address after the change is the same person. A user id is never given
 * twice; a number may have been another's before.
 */
function alreadyKnownAs(book: IdentityBook, after: Addresses, atMs: number): string[] {
  const byBsuid = after.bsuid === null ? null : heldAt(book, "bsuid", after.bsuid, atMs);
  const byPhone = after.phone === null ? null : phoneHeldAt(book, after.phone, atMs);
  const isSame = byPhone !== null && isFirstSeenSince(book, byPhone.contactId, after, atMs);
  return [...new Set([byBsuid?.contactId, isSame ? byPhone.contactId : undefined])].filter((id) => id !== undefined);
}

function isFirstSeenSince(book: IdentityBook, contactId: string, after: Addresses, atMs: number): boolean {
  const rows = rowsOfContact(book, contactId);
  const isNew = rows.every((row) => row.fromMs >= atMs || (row.toMs !== null && row.toMs <= atMs));
  const hasOtherId = rows.some((row) => row.kind === "bsuid" && row.value !== after.bsuid && mayHold(row, atMs));
  return isNew && !(after.bsuid !== null && hasOtherId);
}

/** The old address is known of the contact, even when nothing was ever received from it. */
function remember(book: IdentityBook, contactId: string, kind: IdentityKind, value: string, atMs: number): void {
  if (heldAt(book, kind, value, atMs)) return;
  begin(book, { contactId, kind, value, fromMs: atMs, toMs: atMs, source: "message" });
}

/** A person has one phone and one user id at a time. */
function endOthers(book: IdentityBook, contactId: string, kind: IdentityKind, value: string, atMs: number): void {
  for (const row of rowsOfContact(book, contactId)) {
    const goesOn = row.toMs === null || row.toMs > atMs;
    if (row.kind === kind && row.value !== value && row.fromMs <= atMs && goesOn) row.toMs = atMs;
  }
}

function open(book: IdentityBook, contactId: string, kind: IdentityKind, value: string, atMs: number): void {
  const holder = heldAt(book, kind, value, atMs);
  if (holder?.contactId === contactId) {
    if (holder.fromMs >= atMs) Object.assign(holder, { fromMs: atMs, source: "change" });
    return;
  }
  // Two who claim one address from the same moment on: the first to say so has it.
  if (holder?.fromMs === atMs) return;
  if (holder && holder.fromMs < atMs) holder.toMs = atMs - 1;
  begin(book, { contactId, kind, value, fromMs: atMs, source: "change" });
}
