import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { noteAuthors } from "./types";

export const Note = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  author: z.object({ kind: z.enum(noteAuthors), id: z.uuid().nullable(), name: z.string().nullable() }),
  body: z.string(),
  mentions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  clientId: z.uuid().nullable(),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
});

const one = z.object({ conversationId: z.uuid(), noteId: z.uuid() });
const words = {
  body: z.string().trim().min(1, "should not be empty").max(10_000),
  /** Members whom it calls; each has to be one who may see the conversation. */
  mentionIds: z.array(z.uuid()).max(50).default([]),
};

export const ListNotes = contract({
  method: "GET",
  path: "/conversations/:conversationId/notes",
  permission: "conversations.read",
  summary: "List a conversation's notes, the newest first",
  input: PageInput.extend({ conversationId: z.uuid() }),
  output: pageOf(Note),
});

export const WriteNote = contract({
  method: "POST",
  path: "/conversations/:conversationId/notes",
  permission: "conversations.answer",
  summary: "Write a note for the team; a repeated clientId is harmless and answers with the first one",
  input: z.object({ conversationId: z.uuid(), clientId: z.uuid().optional(), ...words }),
  output: Note,
});

export const EditNote = contract({
  method: "PATCH",
  path: "/conversations/:conversationId/notes/:noteId",
  permission: "conversations.answer",
  summary: "Change one's own note",
  input: one.extend(words),
  output: Note,
});

export const DeleteNote = contract({
  method: "DELETE",
  path: "/conversations/:conversationId/notes/:noteId",
  permission: "conversations.answer",
  summary: "Delete one's own note; for an hour it can be restored",
  input: one,
  output: z.object({}),
});

export const RestoreNote = contract({
  method: "POST",
  path: "/conversations/:conversationId/notes/:noteId/restore",
  permission: "conversations.answer",
  summary: "Bring back a note of one's own that was deleted within the hour",
  input: one,
  output: Note,
});

export const ReadMentions = contract({
  method: "POST",
  path: "/conversations/:conversationId/mentions/read",
  permission: "conversations.read",
  summary: "Mark what calls me in a conversation as read",
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({}),
});
