import * as z from "zod";
import { isTimeZone } from "@/lib/calendar";
import { contract } from "@/lib/contract";
import { conversationStates } from "@/lib/conversations/types";
import { messageAuthors } from "@/lib/messages/types";
import { pageOf } from "@/lib/paging";
import { MessageGist } from "@/lib/whatsapp/schemas";
import { searchKinds, searchOperators } from "./types";

const time = z.iso.datetime();
const named = z.object({ id: z.uuid(), name: z.string() });

export const Snippet = z.object({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) });
export const FoundConversation = z.object({
  id: z.uuid(),
  state: z.enum(conversationStates),
  department: named.nullable(),
});
export const FoundMessage = z.object({
  id: z.uuid(),
  conversation: FoundConversation,
  contact: named,
  direction: z.enum(["in", "out"]),
  author: z.object({ kind: z.enum(messageAuthors), name: z.string().nullable() }),
  type: z.string(),
  at: time,
  snippet: Snippet,
  gist: MessageGist,
});
export const FoundNote = z.object({
  id: z.uuid(),
  conversation: FoundConversation,
  contact: named,
  author: z.string().nullable(),
  at: time,
  snippet: Snippet,
});
export const FoundContact = z.object({
  id: z.uuid(),
  name: Snippet,
  phone: Snippet.nullable(),
  username: z.string().nullable(),
  conversation: FoundConversation.nullable(),
});

export const Search = contract({
  method: "GET",
  path: "/search",
  permission: "conversations.read",
  summary:
    "Search messages, notes and contacts, the newest first; understands from: has: before: after: label: in: assignee:",
  input: z.object({
    q: z.string().trim().min(1, "should not be empty").max(300),
    /** Only these; needed with a cursor. */
    kind: z.enum(searchKinds).optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(30),
    /** Whose midnight `before:` and `after:` mean. */
    timeZone: z.string().refine(isTimeZone, "should be a time zone such as Europe/Madrid").default("UTC"),
  }),
  output: z.object({
    contacts: pageOf(FoundContact),
    notes: pageOf(FoundNote),
    messages: pageOf(FoundMessage),
    /** Operators that name nothing here; while there are any, nothing is found. */
    notUnderstood: z.array(z.object({ operator: z.enum(searchOperators), value: z.string() })),
  }),
});
