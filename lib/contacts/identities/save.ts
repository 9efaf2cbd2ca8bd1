import type { Transaction } from "@/db/transaction";
import { HOUR } from "@/lib/time";
import type { IdentityBook, IdentityRow, ProfileRow } from "./book";
import { mergeStored } from "./merge-stored";
import { deleteRows, insertContacts, insertRows, type Place, updateContacts, updateRows } from "./write";

export type SavedBook = {
  created: string[];
  /** Contacts whose name or addresses are others than before. */
  changed: string[];
  merged: { keptId: string; goneId: string }[];
};

/** Writes back what changed in the book, and says which contacts are new, changed or gone. */
export async function saveBook(tx: Transaction, place: Place, book: IdentityBook): Promise<SavedBook> {
  const profiles = [...book.profiles.values()];
  const created = profiles.filter(({ id }) => !book.storedProfiles.has(id));
  const renamed = profiles.filter((profile) => isRenamed(profile, book.storedProfiles.get(profile.id)));
  await insertContacts(tx, place, created);
  await updateContacts(tx, place, renamed);

  const rows = [...book.rows];
  const kept = new Set(rows.map(({ id }) => id));
  const gone = [...book.storedRows.keys()].filter((id) => !kept.has(id));
  const fresh = rows.filter(({ id }) => !book.storedRows.has(id));
  const moved = rows.filter((row) => isMoved(row, book.storedRows.get(row.id)));
  await deleteRows(tx, place, gone);
  // What ends comes first: a value is valid once at a time.
  await updateRows(
    tx,
    place,
    moved.filter(({ toMs }) => toMs !== null),
  );
  await updateRows(
    tx,
    place,
    moved.filter(({ toMs }) => toMs === null),
  );
  await insertRows(tx, place, fresh);

  const merged = [...book.mergedInto]
    .filter(([goneId]) => book.storedProfiles.has(goneId))
    .map(([goneId, next]) => ({ goneId, keptId: finalOf(book, next) }));
  for (const pair of merged) await mergeStored(tx, place.tenantId, pair);

  const touched = new Set([
    ...renamed.map(({ id }) => id),
    ...[...fresh, ...moved.filter(isNews(book))].map(({ contactId }) => contactId),
  ]);
  const createdIds = created.map(({ id }) => id);
  return { created: createdIds, changed: [...touched].filter((id) => !createdIds.includes(id)), merged };
}

function finalOf(book: IdentityBook, contactId: string): string {
  const next = book.mergedInto.get(contactId);
  return next === undefined ? contactId : finalOf(book, next);
}

function isRenamed(profile: ProfileRow, stored: ProfileRow | undefined): boolean {
  return (
    stored !== undefined &&
    (profile.profileName !== stored.profileName ||
      profile.profileNameAtMs !== stored.profileNameAtMs ||
      profile.username !== stored.username)
  );
}

/** When somebody was last seen need not be exact: one write an hour is enough. */
function isMoved(row: IdentityRow, stored: IdentityRow | undefined): boolean {
  return stored !== undefined && (isOtherPeriod(row, stored) || row.lastSeenMs - stored.lastSeenMs > HOUR);
}

function isOtherPeriod(row: IdentityRow, stored: IdentityRow): boolean {
  return (
    row.contactId !== stored.contactId ||
    row.fromMs !== stored.fromMs ||
    row.toMs !== stored.toMs ||
    row.source !== stored.source
  );
}

function isNews(book: IdentityBook): (row: IdentityRow) => boolean {
  return (row) => {
    const stored = book.storedRows.get(row.id);
    return stored !== undefined && (row.contactId !== stored.contactId || row.toMs !== stored.toMs);
  };
}
