import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findContact } from "./find";
import type { Contact } from "./types";

export async function readContact(actor: Actor, { contactId }: { contactId: string }): Promise<Contact> {
  authorize(actor, "contacts.read");
  return withTenant(actor, (tx) => findContact(tx, actor, contactId));
}
