import { type Identity, isBsuid, type JsonValue, phoneDigits } from "@/lib/whatsapp/types";
import { asList, asObject, asText } from "./lenient";
import { storable } from "./storable";

/** An element of `contacts[]`. */
export type Contact = {
  phone: string | null;
  bsuid: string | null;
  parentBsuid: string | null;
  username: string | null;
  profileName: string | null;
};

export type Addresses = { phone: string | null; bsuid: string | null; parentBsuid: string | null };

export function readContacts(value: JsonValue | undefined): Contact[] {
  return asList(value).flatMap((raw) => {
    const contact = asObject(storable(raw).clean);
    if (!contact) return [];
    const profile = asObject(contact.profile);
    return [
      {
        ...addressesOf(contact.wa_id, contact.user_id, contact.parent_user_id),
        username: usernameOf(profile?.username),
        profileName: asText(profile?.name),
      },
    ];
  });
}

/** A BSUID that strayed into the phone's place is put where it belongs. */
export function addressesOf(
  phone: JsonValue | undefined,
  bsuid: JsonValue | undefined,
  parentBsuid: JsonValue | undefined,
): Addresses {
  const written = asText(phone);
  const stray = written !== null && isBsuid(written) ? written : null;
  return {
    phone: written === null || stray !== null ? null : phoneDigits(written),
    bsuid: userIdOf(bsuid) ?? stray,
    parentBsuid: userIdOf(parentBsuid),
  };
}

/** Drafts wrote user names with a leading @. */
export function usernameOf(value: JsonValue | undefined): string | null {
  return asText(value)?.replace(/^@/, "") || null;
}

/** Kept as it came, since Meta has changed the form before; only what is plainly no id is dropped. */
function userIdOf(value: JsonValue | undefined): string | null {
  const id = asText(value);
  return id !== null && id.length <= 200 && !/\s/.test(id) ? id : null;
}

/** Completes the addresses of an item from `contacts[]`: matched by id, since the two lists differ in order and length. */
export function identityOf(contacts: Contact[], addresses: Addresses, timestampMs: number | null): Identity {
  const contact = contactOf(contacts, addresses);
  const profileName = contact?.profileName ?? null;
  return {
    phone: addresses.phone ?? contact?.phone ?? null,
    bsuid: addresses.bsuid ?? contact?.bsuid ?? null,
    parentBsuid: addresses.parentBsuid ?? contact?.parentBsuid ?? null,
    username: contact?.username ?? null,
    profileName,
    profileNameAtMs: profileName === null ? null : timestampMs,
  };
}

function contactOf(contacts: Contact[], { phone, bsuid }: Addresses): Contact | undefined {
  const byBsuid = bsuid === null ? undefined : contacts.find((contact) => contact.bsuid === bsuid);
  if (byBsuid || phone === null) return byBsuid;
  return contacts.find(
    (contact) => contact.phone === phone && (bsuid === null || contact.bsuid === null || contact.bsuid === bsuid),
  );
}

export function isNobody({ phone, bsuid }: Addresses): boolean {
  return phone === null && bsuid === null;
}
