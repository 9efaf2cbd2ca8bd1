import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { fieldKinds } from "./field-types";

const contactSorts = ["newest", "name"] as const;

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
  blockedAt: time.nullable(),
  /** The numbers of ours that they cannot reach. */
  blockedOn: z.array(z.object({ id: z.uuid(), name: z.string() })),
  fields: z.array(z.object({ fieldId: z.uuid(), value: z.string() })),
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
  summary: "List contacts; search looks at names, usernames and numbers",
  input: PageInput.extend({
    search: z.string().trim().max(200).optional(),
    sort: z.enum(contactSorts).default("newest"),
    blocked: z.enum(["true", "false"]).optional().describe("Only those who are blocked, or only those who are not"),
  }),
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
  summary: "Edit a contact's name, language or fields; a field that is null is emptied",
  input: one.extend({
    name: z.string().trim().min(1).max(120).nullable().optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, "should look like en or pt-BR")
      .nullable()
      .optional(),
    fields: z.record(z.uuid(), z.string().max(4_000).nullable()).optional(),
  }),
  output: Contact,
});

export const BlockContact = contract({
  method: "POST",
  path: "/contacts/:contactId/block",
  permission: "contacts.block",
  summary: "Block a contact at WhatsApp, on every number they wrote to within the last 24 hours",
  input: one,
  output: Contact,
});

export const UnblockContact = contract({
  method: "POST",
  path: "/contacts/:contactId/unblock",
  permission: "contacts.block",
  summary: "Let a blocked contact write again",
  input: one,
  output: Contact,
});

export const ContactMerge = z.object({
  id: z.uuid(),
  goneName: z.string(),
  at: time,
  undoUntil: time,
  by: z.string().nullable(),
});

export const MergeContacts = contract({
  method: "POST",
  path: "/contacts/:contactId/merge",
  permission: "contacts.merge",
  summary: "Merge another contact into this one: they are the same person. Can be undone for seven days",
  input: one.extend({ otherId: z.uuid() }),
  output: z.object({ contact: Contact, mergeId: z.uuid() }),
});

export const ListContactMerges = contract({
  method: "GET",
  path: "/contacts/:contactId/merges",
  permission: "contacts.read",
  summary: "List what was merged into a contact and can still be taken apart, the newest first",
  input: one,
  output: z.object({ items: z.array(ContactMerge) }),
});

export const UndoMerge = contract({
  method: "POST",
  path: "/contacts/:contactId/merges/:mergeId/undo",
  permission: "contacts.merge",
  summary: "Take a merge back: both contacts are as before, and what came since stays where it is",
  input: one.extend({ mergeId: z.uuid() }),
  output: z.object({ contact: Contact, restored: Contact }),
});

export const ContactField = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()),
});

const fieldName = z.string().trim().min(1, "should not be empty").max(60);
const choices = z.array(z.string().trim().min(1).max(60)).max(100);
const oneField = z.object({ fieldId: z.uuid() });

export const ListContactFields = contract({
  method: "GET",
  path: "/contact-fields",
  permission: "contacts.read",
  summary: "List the fields that the workspace adds to its contacts",
  input: PageInput,
  output: pageOf(ContactField),
});

export const CreateContactField = contract({
  method: "POST",
  path: "/contact-fields",
  permission: "contactFields.manage",
  summary: "Add a field to every contact: text, number, date, or a choice",
  input: z.object({ name: fieldName, kind: z.enum(fieldKinds), choices: choices.default([]) }),
  output: ContactField,
});

export const EditContactField = contract({
  method: "PATCH",
  path: "/contact-fields/:fieldId",
  permission: "contactFields.manage",
  summary: "Rename a field or change its choices; its kind stays",
  input: oneField.extend({ name: fieldName.optional(), choices: choices.optional() }),
  output: ContactField,
});

export const MoveContactField = contract({
  method: "POST",
  path: "/contact-fields/:fieldId/move",
  permission: "contactFields.manage",
  summary: "Put a field in another place among the others, 0 for the first; answers with all in their order",
  input: oneField.extend({ place: z.int().min(0) }),
  output: z.object({ fieldIds: z.array(z.uuid()) }),
});

export const DeleteContactField = contract({
  method: "DELETE",
  path: "/contact-fields/:fieldId",
  permission: "contactFields.manage",
  summary: "Delete a field, with what every contact had in it",
  input: oneField,
  output: z.object({}),
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
