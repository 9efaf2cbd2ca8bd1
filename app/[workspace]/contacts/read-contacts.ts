import { readAll } from "@/components/api";
import type { ContactsSnapshot } from "@/components/contacts/contacts-snapshot";
import { readContactFilter } from "@/components/contacts/filter";
import type { Actor } from "@/lib/auth";
import { listContactFields, listContacts, readContact } from "@/lib/contacts";
import { DomainError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { readPresent } from "@/lib/realtime";

export type ContactsParams = Record<string, string | string[] | undefined>;

const PAGE = 50;
const LONG_PAGE = 100;

/** The contacts as they are now. The cursor is read first: what happens during the other reads comes again as an event. */
export async function readContacts(
  actor: Actor,
  params: ContactsParams,
  contactId: string | null,
): Promise<ContactsSnapshot> {
  const filter = readContactFilter({ get: (name) => textOf(params[name]) });
  const cursor = await readPresent(actor);
  const [list, fields, contact] = await Promise.all([
    listContacts(actor, { limit: PAGE, ...filter }),
    readAll((cursor) => listContactFields(actor, { cursor, limit: LONG_PAGE })),
    isUuid(contactId) ? orNull(readContact(actor, { contactId })) : null,
  ]);
  return { cursor, filter, list, fields, contact };
}

/** The screen says in its place that somebody is not there, beside the list. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return null;
    throw error;
  }
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
