import * as z from "zod";
import { contract } from "@/lib/contract";
import { ConversationSummary, ListTimeline } from "@/lib/conversations/schemas";
import { ListMessages } from "@/lib/messages/schemas";
import { ListNotes } from "@/lib/notes/schemas";

export const ReadThread = contract({
  method: "GET",
  path: "/conversations/:conversationId/thread",
  permission: "conversations.read",
  summary:
    "Read a conversation with the newest of its messages, notes and timeline in one answer; each goes on by its own list",
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({
    conversation: ConversationSummary,
    messages: ListMessages.output,
    notes: ListNotes.output,
    timeline: ListTimeline.output,
  }),
});
