import type { JsonValue } from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody, usernameOf } from "./contacts";
import { keyOf } from "./dedupe-key";
import { asObject, asText } from "./lenient";
import { Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** An element of `state_sync[]`: an entry of the phone app's address book; `add` also means changed. */
export function readContactSync(_scope: Scope, clean: JsonValue): Reading {
  const sync = asObject(clean);
  const contact = asObject(sync?.contact);
  const addresses = addressesOf(contact?.phone_number, contact?.user_id, contact?.parent_user_id);
  if (!contact || isNobody(addresses)) throw new Malformed("The address book entry has neither phone nor id.");
  const timestampMs = timestampMsOf(asObject(sync?.metadata)?.timestamp);
  const action = asText(sync?.action);
  return {
    key: keyOf("contact_sync", addresses.phone, addresses.bsuid, action, timestampMs),
    timestampMs,
    body: {
      kind: "contact_sync",
      action,
      who: { ...identityOf([], addresses, null), username: usernameOf(contact.username) },
      fullName: asText(contact.full_name),
      firstName: asText(contact.first_name),
    },
  };
}
