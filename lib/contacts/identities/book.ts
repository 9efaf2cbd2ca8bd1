import { newId } from "@/lib/ids";

export const identityKinds = ["phone", "bsuid", "parent_bsuid"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What a contact was known by, from when to when. Times in milliseconds, by Meta's clock where it can be believed. */
export type IdentityRow = {
  id: string;
  contactId: string;
  kind: IdentityKind;
  value: string;
  fromMs: number;
  /** The last moment of it; null while it is valid. */
  toMs: number | null;
  lastSeenMs: number;
  /** `change`: WhatsApp said that it began then. Anything else was merely seen first then, and may be older. */
  source: string;
};

export type ProfileRow = {
  id: string;
  profileName: string | null;
  profileNameAtMs: number | null;
  username: string | null;
};

/**
 * Who is who, as far as a batch needs it: read from the database, changed in memory item by item, written back at once.
 */
export type IdentityBook = {
  rows: Set<IdentityRow>;
  byValue: Map<string, IdentityRow[]>;
  byContact: Map<string, Set<IdentityRow>>;
  profiles: Map<string, ProfileRow>;
  /** As they are in the database, by id. */
  storedRows: Map<string, IdentityRow>;
  storedProfiles: Map<string, ProfileRow>;
  /** From a contact that turned out to be another to that other. */
  mergedInto: Map<string, string>;
};

export function openBook(rows: IdentityRow[], profiles: ProfileRow[]): IdentityBook {
  const book: IdentityBook = {
    rows: new Set(),
    byValue: new Map(),
    byContact: new Map(),
    profiles: new Map(profiles.map((profile) => [profile.id, { ...profile }])),
    storedRows: new Map(rows.map((row) => [row.id, row])),
    storedProfiles: new Map(profiles.map((profile) => [profile.id, profile])),
    mergedInto: new Map(),
  };
  for (const row of rows) putRow(book, { ...row });
  return book;
}

export function putRow(book: IdentityBook, row: IdentityRow): void {
  book.rows.add(row);
  const key = keyOf(row.kind, row.value);
  book.byValue.set(key, [...(book.byValue.get(key) ?? []), row]);
  giveTo(book, row.contactId, row);
}

export function dropRow(book: IdentityBook, row: IdentityRow): void {
  book.rows.delete(row);
  const key = keyOf(row.kind, row.value);
  book.byValue.set(
    key,
    rowsOfValue(book, row.kind, row.value).filter((other) => other !== row),
  );
  book.byContact.get(row.contactId)?.delete(row);
}

export function moveRow(book: IdentityBook, row: IdentityRow, contactId: string): void {
  book.byContact.get(row.contactId)?.delete(row);
  row.contactId = contactId;
  giveTo(book, contactId, row);
}

function giveTo(book: IdentityBook, contactId: string, row: IdentityRow): void {
  const rows = book.byContact.get(contactId);
  if (rows) rows.add(row);
  else book.byContact.set(contactId, new Set([row]));
}

/** Every period of a value, the earliest first: they never overlap. */
export function rowsOfValue(book: IdentityBook, kind: IdentityKind, value: string): IdentityRow[] {
  const rows = book.byValue.get(keyOf(kind, value)) ?? [];
  return rows.sort((one, other) => (one.toMs ?? Infinity) - (other.toMs ?? Infinity));
}

export function rowsOfContact(book: IdentityBook, contactId: string): IdentityRow[] {
  return [...(book.byContact.get(contactId) ?? [])];
}

export function makeContact(book: IdentityBook): string {
  const id = newId();
  book.profiles.set(id, { id, profileName: null, profileNameAtMs: null, username: null });
  return id;
}

/** The contact that this one has become. */
export function survivorOf(book: IdentityBook, contactId: string): string {
  let at = contactId;
  for (let next = book.mergedInto.get(at); next !== undefined; next = book.mergedInto.get(at)) at = next;
  return at;
}

function keyOf(kind: IdentityKind, value: string): string {
  return `${kind}|${value}`;
}
