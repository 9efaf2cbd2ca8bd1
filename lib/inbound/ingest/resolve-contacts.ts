import {
  addressList,
  changeInBook,
  eventsOfMerged,
  findLiveIdentities,
  type IdentityBook,
  loadBook,
  noteProfile,
  type SavedBook,
  type Sought,
  saveBook,
  sightInBook,
  survivorOf,
} from "@/lib/contacts";
import { addressesIn, afterOf, whoOf } from "./who";
import { type Arrival, type ChannelWork, isMessageStatus, isNoted } from "./work";

export type ContactOf = (arrival: Arrival) => string | null;

/**
 * Finds, or makes, the contact of each item. Those that make nobody a contact look it up and no more; statuses of messages
 * not even that, since few of them are noted: `contactsOfStatuses`.
 */
export async function resolveContacts(work: ChannelWork): Promise<ContactOf> {
  const arrivals = work.arrivals.filter((arrival) => !work.results.get(arrival)?.isErased);
  const makers = arrivals.filter((arrival) => whoOf(arrival.item)?.makesContact && !work.results.has(arrival));
  const made = await makeContacts(work, makers);
  const makes = new Set(makers);
  const others = arrivals.filter((arrival) => !makes.has(arrival) && !isMessageStatus(arrival.item));
  const found = await findContacts(work, others);
  return (arrival) => made.get(arrival) ?? found.get(arrival) ?? null;
}

/** Whose the statuses are that could not simply be applied. */
export async function contactsOfStatuses(work: ChannelWork): Promise<ContactOf> {
  const noted = work.arrivals.filter((arrival) => isMessageStatus(arrival.item) && isNoted(work, arrival));
  const found = await findContacts(
    work,
    noted.filter((arrival) => !work.results.get(arrival)?.isErased),
  );
  return (arrival) => found.get(arrival) ?? null;
}

/** One after the other in the order of time; then all of it is written at once. */
async function makeContacts(work: ChannelWork, arrivals: Arrival[]): Promise<Map<Arrival, string>> {
  if (arrivals.length === 0) return new Map();
  const place = { tenantId: work.tenantId, portfolioId: work.channel.portfolioId };
  const book = await loadBook(work.tx, place, soughtIn(arrivals));
  const resolved = arrivals.map((arrival) => [arrival, resolve(book, arrival)] as const);
  announce(work, await saveBook(work.tx, place, book));
  return new Map(resolved.map(([arrival, contactId]) => [arrival, survivorOf(book, contactId)]));
}

async function findContacts(work: ChannelWork, arrivals: Arrival[]): Promise<Map<Arrival, string>> {
  const sought = soughtIn(arrivals);
  if (sought.length === 0) return new Map();
  const place = { tenantId: work.tenantId, portfolioId: work.channel.portfolioId };
  const contactOf = await findLiveIdentities(work.tx, place, sought);
  return new Map(
    arrivals.flatMap((arrival) => {
      const who = addressesIn(arrival.item);
      const contactId =
        contactOf("bsuid", who?.bsuid) ?? contactOf("phone", who?.phone) ?? contactOf("parent_bsuid", who?.parentBsuid);
      return contactId === null ? [] : [[arrival, contactId] as const];
    }),
  );
}

function soughtIn(arrivals: Arrival[]): Sought[] {
  const sought = new Map<string, Sought>();
  for (const { item } of arrivals) {
    for (const who of [addressesIn(item), afterOf(item)]) {
      for (const [kind, value] of who ? addressList(who) : []) sought.set(`${kind}|${value}`, { kind, value });
    }
  }
  return [...sought.values()];
}

function resolve(book: IdentityBook, { item, atMs }: Arrival): string {
  const [who, known, after] = [whoOf(item), addressesIn(item), afterOf(item)];
  if (!who || !known) throw new Error("An item that makes a contact names nobody.");
  const contactId = after ? changeInBook(book, known, after, atMs) : sightInBook(book, known, atMs);
  noteProfile(book, contactId, { ...who.identity, profileNameAtMs: atMs });
  return contactId;
}

function announce(work: ChannelWork, { created, changed, merged }: SavedBook): void {
  const { channelId } = work.channel;
  work.events.push(
    ...created.map((contactId) => ({ type: "contact.created" as const, contactId, channelId })),
    ...changed.map((contactId) => ({ type: "contact.changed" as const, contactId, channelId })),
    ...merged.map(({ keptId, goneId }) => ({
      type: "contact.changed" as const,
      contactId: keptId,
      payload: { mergedContactId: goneId },
    })),
    ...merged.flatMap(({ keptId, conversations }) => conversations.flatMap((each) => eventsOfMerged(keptId, each))),
  );
}
