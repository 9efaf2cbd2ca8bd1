import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { contacts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { findContact } from "./find";
import type { EditContact } from "./schemas";
import type { Contact } from "./types";

/** Null takes a given name back, so that the profile's shows again; what is not named stays. */
export async function editContact(actor: Actor, input: z.output<typeof EditContact.input>): Promise<Contact> {
  authorize(actor, "contacts.edit");
  const { contactId, name, language } = input;
  const changes = {
    ...(name === undefined ? {} : { name: name === null ? null : storableText(name) }),
    ...(language === undefined ? {} : { language }),
  };
  return withTenant(actor, async (tx) => {
    await findContact(tx, actor, contactId);
    if (Object.keys(changes).length > 0) {
      await tx
        .update(contacts)
        .set(changes)
        .where(and(eq(contacts.tenantId, actor.tenantId), eq(contacts.id, contactId)));
      await recordEvent(tx, actor, { type: "contact.changed", contactId, payload: { changed: Object.keys(changes) } });
    }
    return findContact(tx, actor, contactId);
  });
}
