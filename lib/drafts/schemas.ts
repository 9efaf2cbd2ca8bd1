import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { longestDraft } from "./types";

export const Draft = z.object({
  conversationId: z.uuid(),
  text: z.string(),
  quotedMessageId: z.uuid().nullable(),
  editedAt: z.iso.datetime(),
});

export const ListDrafts = contract({
  method: "GET",
  path: "/drafts",
  permission: "conversations.answer",
  summary: "List what I began to write and have not sent, by conversation",
  input: PageInput,
  output: pageOf(Draft),
});

export const ReadDraft = contract({
  method: "GET",
  path: "/conversations/:conversationId/draft",
  permission: "conversations.answer",
  summary: "Read what I began to write in a conversation; empty text where there is nothing",
  input: z.object({ conversationId: z.uuid() }),
  output: Draft,
});

export const SaveDraft = contract({
  method: "PUT",
  path: "/conversations/:conversationId/draft",
  permission: "conversations.answer",
  summary: "Keep what I began to write; of two devices the one that wrote last is kept, and the answer says which",
  input: z.object({
    conversationId: z.uuid(),
    text: z.string().max(longestDraft),
    /** What the answer will quote; what is no message of the conversation is left out. */
    quotedMessageId: z.uuid().nullable().default(null),
    /** When these words were written, by the writer's clock; never counted as later than now. */
    editedAt: z.iso.datetime(),
  }),
  output: Draft,
});
