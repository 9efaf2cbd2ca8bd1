import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { contacts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { setFieldValues } from "./fields/set-values";
import { findContact } from "./find";
import type { EditContact } from "./schemas";
import type { Contact } from "./types";

/** Null takes a given name back, so that the profile's shows again; what is not named stays. */
export async function editContact(actor: Actor, input: z.output<typeof EditContact.input>): Promise<Contact> {
  authorize(actor, "contacts.edit");
  const { contactId, name, language, fields = {} } = input;
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
    }
    // Names of fields, not what stands in them: the log outlives a value.
    const changedFields = await setFieldValues(tx, actor, contactId, fields);
    const changed = Object.keys(changes);
    if (changed.length > 0 || changedFields.length > 0) {
      await recordEvent(tx, actor, {
        type: "contact.changed",
        contactId,
        payload: { changed, ...(changedFields.length > 0 ? { changedFields } : {}) },
      });
    }
    return findContact(tx, actor, contactId);
  });
}
