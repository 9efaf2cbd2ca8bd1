import * as z from "zod";
import { contract } from "@/lib/contract";
import { eventTypes } from "@/lib/events/types";
import { Note } from "@/lib/notes/schemas";
import { PageInput, pageOf } from "@/lib/paging";

const input = PageInput.extend({ contactId: z.uuid() });
const named = z.object({ id: z.uuid(), name: z.string() }).nullable();
const ofMessage = {
  messageId: z.uuid(),
  conversationId: z.uuid(),
  direction: z.enum(["in", "out"]),
  at: z.iso.datetime(),
};

export const ContactHistoryEntry = z.object({
  id: z.string(),
  type: z.enum(eventTypes),
  at: z.iso.datetime(),
  conversationId: z.uuid().nullable(),
  actor: z.object({
    kind: z.enum(["member", "api_key", "system"]),
    id: z.uuid().nullable(),
    name: z.string().nullable(),
  }),
  member: named,
  department: named,
  details: z.record(z.string(), z.unknown()),
});

export const ContactMedium = z.object({
  id: z.uuid(),
  ...ofMessage,
  kind: z.string(),
  type: z.string().nullable(),
  filename: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
});

export const ContactLink = z.object({ ...ofMessage, url: z.string() });

export const ListContactTimeline = contract({
  method: "GET",
  path: "/contacts/:contactId/timeline",
  permission: "contacts.read",
  summary: "List what happened with a contact and their conversations, the newest first",
  input,
  output: pageOf(ContactHistoryEntry),
});

export const ListContactMedia = contract({
  method: "GET",
  path: "/contacts/:contactId/media",
  permission: "contacts.read",
  summary: "List the files that a contact and we sent each other, the newest first",
  input,
  output: pageOf(ContactMedium),
});

export const ListContactLinks = contract({
  method: "GET",
  path: "/contacts/:contactId/links",
  permission: "contacts.read",
  summary: "List the links in what a contact and we wrote, the newest first",
  input,
  output: pageOf(ContactLink),
});

export const ListContactNotes = contract({
  method: "GET",
  path: "/contacts/:contactId/notes",
  permission: "contacts.read",
  summary: "List what the team noted in a contact's conversations, the newest first",
  input,
  output: pageOf(Note),
});
