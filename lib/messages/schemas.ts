import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { messageAuthors, messageStatuses } from "./types";

const time = z.iso.datetime();
const json = z.record(z.string(), z.unknown());

export const Message = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  direction: z.enum(["in", "out"]),
  author: z.object({ kind: z.enum(messageAuthors), id: z.uuid().nullable(), name: z.string().nullable() }),
  type: z.string(),
  content: json,
  text: z.string(),
  status: z.enum(messageStatuses),
  deliveredAfterFailure: z.boolean(),
  failure: z
    .object({
      code: z.string(),
      title: z.string(),
      cause: z.string(),
      turn: z.string(),
      nextStep: z.string(),
      details: z.string().nullable(),
    })
    .nullable(),
  canSendAgain: z.boolean(),
  at: time,
  acceptedAt: time.nullable(),
  sentAt: time.nullable(),
  deliveredAt: time.nullable(),
  readAt: time.nullable(),
  playedAt: time.nullable(),
  failedAt: time.nullable(),
  editedAt: time.nullable(),
  revokedAt: time.nullable(),
  wamid: z.string().nullable(),
  clientId: z.uuid().nullable(),
  quoted: z
    .object({
      id: z.uuid().nullable(),
      wamid: z.string(),
      text: z.string().nullable(),
      direction: z.enum(["in", "out"]).nullable(),
    })
    .nullable(),
  reactions: z.array(z.object({ author: z.enum(["contact", "us"]), emoji: z.string() })),
  media: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(["pending", "stored", "failed"]),
      failure: z.string().nullable(),
      type: z.string().nullable(),
      sizeBytes: z.number().nullable(),
      filename: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
  pricing: json.nullable(),
});

export const ListMessages = contract({
  method: "GET",
  path: "/conversations/:conversationId/messages",
  permission: "conversations.read",
  summary: "List a conversation's messages, the newest first",
  input: PageInput.extend({ conversationId: z.uuid() }),
  output: pageOf(Message),
});

export const ReadMessage = contract({
  method: "GET",
  path: "/conversations/:conversationId/messages/:messageId",
  permission: "conversations.read",
  summary: "Read one message",
  input: z.object({ conversationId: z.uuid(), messageId: z.uuid() }),
  output: Message,
});

/** Content in Meta's shapes: `type` names the key beside it. `lib/whatsapp` checks the limits of each type. */
export const SendMessage = contract({
  method: "POST",
  path: "/conversations/:conversationId/messages",
  permission: "conversations.answer",
  summary: "Send a message; a repeated clientId is harmless and answers with the first one",
  input: z.looseObject({
    conversationId: z.uuid(),
    clientId: z.uuid(),
    type: z.string().max(40),
    context: z.object({ message_id: z.string().max(512) }).optional(),
  }),
  output: Message,
});

export const SendMessageAgain = contract({
  method: "POST",
  path: "/conversations/:conversationId/messages/:messageId/send-again",
  permission: "conversations.answer",
  summary: "Send an unconfirmed or failed message again, as a new one",
  input: z.object({ conversationId: z.uuid(), messageId: z.uuid(), clientId: z.uuid() }),
  output: Message,
});
