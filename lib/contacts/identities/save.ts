import type { Transaction } from "@/db/transaction";
import { HOUR } from "@/lib/time";
import type { IdentityBook, IdentityRow, ProfileRow } from "./book";
import type { MergedConversation } from "./merge-conversations";
import { mergeStored } from "./merge-stored";
import { deleteRows, insertContacts, insertRows, type Place, updateContacts, updateRows } from "./write";

export type SavedBook = {
  created: string[];
  /** Contacts whose name or addresses are others than before. */
  changed: string[];
  merged: { keptId: string; goneId: string; conversations: MergedConversation[] }[];
};

/** Writes back what changed in the book, and says which contacts are new, changed or gone. */
export async function saveBook(tx: Transaction, place: Place, book: IdentityBook): Promise<SavedBook> {
  const profiles = [...book.profiles.values()];
  const created = profiles.filter(({ id }) => !book.storedProfiles.has(id));
  const newer = profiles.filter((profile) => isNewer(profile, book.storedProfiles.get(profile.id)));
  await insertContacts(tx, place, created);
  await updateContacts(tx, place, newer);

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

  const pairs = [...book.mergedInto]
    .filter(([goneId]) => book.storedProfiles.has(goneId))
    .map(([goneId, next]) => ({ goneId, keptId: finalOf(book, next) }));
  const merged: SavedBook["merged"] = [];
  for (const pair of pairs) merged.push({ ...pair, conversations: await mergeStored(tx, place.tenantId, pair) });

  const renamed = newer.filter((profile) => isRenamed(profile, book.storedProfiles.get(profile.id)));
  const readdressed = [...fresh, ...moved.filter(isNews(book))];
  const touched = new Set([...renamed.map(({ id }) => id), ...readdressed.map(({ contactId }) => contactId)]);
  const createdIds = created.map(({ id }) => id);
  return { created: createdIds, changed: [...touched].filter((id) => !createdIds.includes(id)), merged };
}

function finalOf(book: IdentityBook, contactId: string): string {
  const next = book.mergedInto.get(contactId);
  return next === undefined ? contactId : finalOf(book, next);
}

/** Also when the name is the same: an older one that comes late must not win over it. */
function isNewer(profile: ProfileRow, stored: ProfileRow | undefined): boolean {
  return stored !== undefined && (profile.profileNameAtMs !== stored.profileNameAtMs || isRenamed(profile, stored));
}

function isRenamed(profile: ProfileRow, stored: ProfileRow | undefined): boolean {
  return profile.profileName !== stored?.profileName || profile.username !== stored.username;
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
