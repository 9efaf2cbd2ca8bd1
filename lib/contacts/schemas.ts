import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

const time = z.iso.datetime();
const one = z.object({ contactId: z.uuid() });

export const Contact = z.object({
  id: z.uuid(),
  name: z.string(),
  givenName: z.string().nullable(),
  profileName: z.string().nullable(),
  username: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  createdAt: time,
  identities: z.array(
    z.object({
      kind: z.enum(["phone", "bsuid", "parent_bsuid"]),
      value: z.string(),
      validFrom: time,
      validTo: time.nullable(),
      lastSeenAt: time,
    }),
  ),
  consents: z.array(
    z.object({
      purpose: z.enum(["service", "marketing", "ai", "analytics"]),
      state: z.enum(["granted", "withdrawn"]),
      source: z.string(),
      at: time,
    }),
  ),
});

export const ListContacts = contract({
  method: "GET",
  path: "/contacts",
  permission: "contacts.read",
  summary: "List contacts, the newest first",
  input: PageInput,
  output: pageOf(Contact),
});

export const ReadContact = contract({
  method: "GET",
  path: "/contacts/:contactId",
  permission: "contacts.read",
  summary: "Read one contact with identities and consents",
  input: one,
  output: Contact,
});

export const EditContact = contract({
  method: "PATCH",
  path: "/contacts/:contactId",
  permission: "contacts.edit",
  summary: "Edit a contact's name or language",
  input: one.extend({
    name: z.string().trim().min(1).max(120).nullable().optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, "should look like en or pt-BR")
      .nullable()
      .optional(),
  }),
  output: Contact,
});

/** Lives in `lib/privacy`; a contract of the contact, since that is where callers look. */
export const EraseContact = contract({
  method: "POST",
  path: "/contacts/:contactId/erase",
  permission: "contacts.erase",
  summary: "Erase a contact everywhere; answers with a certificate of what went",
  input: one,
  output: z.object({
    contactId: z.uuid(),
    erasedAt: time,
    rows: z.record(z.string(), z.number().int()),
    files: z.number().int(),
  }),
});
