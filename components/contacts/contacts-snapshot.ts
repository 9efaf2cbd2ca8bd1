import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import type { Contact, ContactField } from "@/lib/contacts/types";
import type { ContactFilter } from "./filter";

/** What the server read for the first paint, and the moment of the event log before which it read. */
export type ContactsSnapshot = {
  cursor: string;
  filter: ContactFilter;
  list: { items: Contact[]; nextCursor: string | null };
  fields: ContactField[];
  /** Null without a contact in the URL, or when it is not there. */
  contact: Contact | null;
};

/** What is in the cache already is as new or newer: events keep it so. */
export function fillContactQueries(client: QueryClient, { filter, list, fields, contact }: ContactsSnapshot): void {
  const keepOr = (key: readonly unknown[], value: unknown) => {
    if (client.getQueryData(key) === undefined) client.setQueryData(key, value);
  };
  keepOr(keys.contactList(filter), { pages: [list], pageParams: [undefined] });
  keepOr(keys.contactFields, fields);
  if (contact) keepOr(keys.contact(contact.id), contact);
}
