import type { DirectoryEntry } from "@/lib/channels";
import {
  addressList,
  changeInBook,
  findInBook,
  type IdentityBook,
  loadBook,
  noteProfile,
  type Sought,
  saveBook,
  sightInBook,
  survivorOf,
} from "@/lib/contacts";
import { afterOf, whoOf } from "./who";
import type { Arrival, ChannelWork } from "./work";

export type ContactOf = (arrival: Arrival) => string | null;

/** Finds, or makes, the contact of each item, one after the other in the order of time; then writes all of it at once. */
export async function resolveContacts(work: ChannelWork): Promise<ContactOf> {
  const arrivals = work.arrivals.filter((arrival) => !work.results.get(arrival)?.isErased);
  const place = { tenantId: work.tenantId, portfolioId: work.channel.portfolioId };
  const book = await loadBook(work.tx, place, soughtIn(arrivals));
  const contactOf = new Map(
    arrivals.map((arrival) => [arrival, resolve(book, arrival, { isSetAside: work.results.has(arrival) })]),
  );
  const { created, changed, merged } = await saveBook(work.tx, place, book);
  announce(work, work.channel, { created, changed });
  for (const { keptId, goneId } of merged) {
    work.events.push({ type: "contact.changed", contactId: keptId, payload: { mergedContactId: goneId } });
  }
  return (arrival) => {
    const contactId = contactOf.get(arrival) ?? null;
    return contactId === null ? null : survivorOf(book, contactId);
  };
}

function soughtIn(arrivals: Arrival[]): Sought[] {
  const sought = new Map<string, Sought>();
  for (const { item } of arrivals) {
    for (const who of [whoOf(item)?.identity, afterOf(item)]) {
      for (const [kind, value] of who ? addressList(who) : []) sought.set(`${kind}|${value}`, { kind, value });
    }
  }
  return [...sought.values()];
}

function resolve(book: IdentityBook, { item, atMs }: Arrival, { isSetAside }: { isSetAside: boolean }): string | null {
  const who = whoOf(item);
  if (!who) return null;
  if (!who.makesContact || isSetAside) return findInBook(book, who.identity, atMs);
  const after = afterOf(item);
  const contactId = after ? changeInBook(book, who.identity, after, atMs) : sightInBook(book, who.identity, atMs);
  noteProfile(book, contactId, { ...who.identity, profileNameAtMs: atMs });
  return contactId;
}

function announce(
  work: ChannelWork,
  { channelId }: DirectoryEntry,
  saved: { created: string[]; changed: string[] },
): void {
  work.events.push(
    ...saved.created.map((contactId) => ({ type: "contact.created" as const, contactId, channelId })),
    ...saved.changed.map((contactId) => ({ type: "contact.changed" as const, contactId, channelId })),
  );
}
