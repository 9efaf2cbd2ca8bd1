import * as z from "zod";
import { consentPurposes, consentStates, toldSources } from "@/lib/consent/types";
import { contract } from "@/lib/contract";
import { ConversationSummary } from "@/lib/conversations/schemas";
import { PageInput, pageOf } from "@/lib/paging";
import { MessageGist } from "@/lib/whatsapp/schemas";
import { messageAuthors, messageAutomations, messageStatuses, mostUndoSeconds } from "./types";

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
  gist: MessageGist,
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
      conversationId: z.uuid().nullable(),
      wamid: z.string(),
      text: z.string().nullable(),
      gist: MessageGist,
      direction: z.enum(["in", "out"]).nullable(),
    })
    .nullable(),
  reactions: z.array(z.object({ author: z.enum(["contact", "us"]), emoji: z.string() })),
  media: z.array(
    z.object({
      id: z.uuid(),
      uploadId: z.uuid().nullable(),
      state: z.enum(["pending", "stored", "failed"]),
      failure: z.string().nullable(),
      failureCode: z.string().nullable(),
      type: z.string().nullable(),
      sizeBytes: z.number().nullable(),
      filename: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
  pricing: json.nullable(),
  scheduledFor: time.nullable(),
  undoUntil: time.nullable(),
});

export const ListMessages = contract({
  method: "GET",
  path: "/conversations/:conversationId/messages",
  permission: "conversations.read",
  summary: "List a conversation's messages, the newest first",
  input: PageInput.extend({
    conversationId: z.uuid(),
    /** Back to this message and including it, however many that are up to a thousand; then `limit` counts for nothing. */
    until: z.uuid().optional(),
  }),
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

const consentState = z.enum(consentStates);

const MessageWhy = z.object({
  askedAt: time,
  origin: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("direct") }),
    z.object({ kind: z.literal("macro"), name: z.string() }),
    z.object({ kind: z.literal("again"), messageId: z.uuid() }),
    z.object({ kind: z.literal("consent_confirmation"), state: consentState }),
    z.object({ kind: z.literal("automation"), by: z.enum(messageAutomations), name: z.string() }),
  ]),
  gate: z.union([
    z.object({ verdict: z.literal("waiting") }),
    z.object({ verdict: z.literal("unknown") }),
    z.object({ verdict: z.literal("refused"), code: z.string(), reason: z.string(), nextStep: z.string() }),
    z.object({
      verdict: z.literal("passed"),
      rule: z.literal("window"),
      at: time,
      windowClosesAt: time.nullable(),
    }),
    z.object({
      verdict: z.literal("passed"),
      rule: z.literal("template"),
      at: time,
      category: z.string().nullable(),
      purpose: z.enum(consentPurposes),
      consent: z.object({ state: consentState, source: z.string(), at: time }).nullable(),
    }),
  ]),
});

export const ReadMessageInfo = contract({
  method: "GET",
  path: "/conversations/:conversationId/messages/:messageId/info",
  permission: "conversations.read",
  summary: "Read how a message fared, what Meta counts it as, and by which rule it left or was refused",
  input: z.object({ conversationId: z.uuid(), messageId: z.uuid() }),
  output: z.object({
    message: Message,
    /** In the order of time. Meta's statuses are an open list. */
    statuses: z.array(z.object({ status: z.string(), at: time, code: z.number().int().nullable() })),
    /** As Meta's own statuses say it; null until one does. */
    billing: z
      .object({
        category: z.string().nullable(),
        type: z.string().nullable(),
        model: z.string().nullable(),
        isBillable: z.boolean().nullable(),
      })
      .nullable(),
    /** Null for what we did not send. */
    why: MessageWhy.nullable(),
  }),
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
    /** For so long it can be cancelled; what comes after it in the conversation waits as well. */
    undoSeconds: z.number().int().min(0).max(mostUndoSeconds).optional(),
    /** Later than now: it is scheduled, and the gate is asked again when its time has come. */
    sendAt: time.optional(),
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

export const TellRead = contract({
  method: "POST",
  path: "/conversations/:conversationId/read-receipt",
  permission: "conversations.answer",
  summary: "Tell the customer now that their newest message was read",
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({}),
});

export const TakeOverThread = contract({
  method: "POST",
  path: "/conversations/:conversationId/take-over",
  permission: "conversations.answer",
  summary: "Take a thread from another responder of the number, at Meta and here",
  input: z.object({ conversationId: z.uuid() }),
  output: ConversationSummary,
});

const one = z.object({ conversationId: z.uuid(), messageId: z.uuid() });

export const ListScheduledMessages = contract({
  method: "GET",
  path: "/conversations/:conversationId/scheduled",
  permission: "conversations.read",
  summary: "List what is to be sent later in a conversation, the earliest first",
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({ items: z.array(Message) }),
});

export const EditScheduledMessage = contract({
  method: "PATCH",
  path: "/conversations/:conversationId/messages/:messageId",
  permission: "conversations.answer",
  summary: "Change the time or the content of a message that is to be sent later",
  input: z.looseObject({ ...one.shape, sendAt: time.optional(), type: z.string().max(40).optional() }),
  output: Message,
});

export const SendScheduledMessageNow = contract({
  method: "POST",
  path: "/conversations/:conversationId/messages/:messageId/send-now",
  permission: "conversations.answer",
  summary: "Send a message now that was to be sent later",
  input: one,
  output: Message,
});

export const CancelMessage = contract({
  method: "POST",
  path: "/conversations/:conversationId/messages/:messageId/cancel",
  permission: "conversations.answer",
  summary: "Take back a message that has not left yet",
  input: one,
  output: Message,
});

export const StartConversation = contract({
  method: "POST",
  path: "/conversations",
  permission: "conversations.answer",
  summary:
    "Write to a contact, or to a new phone number, by a template; a repeated clientId answers with the first one",
  input: z
    .object({
      clientId: z.uuid(),
      channelId: z.uuid(),
      contactId: z.uuid().optional(),
      /** With its country code; without one it is read as a number of the channel's country. */
      phone: z.string().max(40).optional(),
      /** For a contact that is new. */
      name: z.string().trim().min(1).max(120).optional(),
      /** In Meta's shape: name, language, components. */
      template: z.record(z.string(), z.unknown()),
      /** What proves that the contact agreed to messages of the template's kind; recorded before the gate is asked. */
      consent: z
        .object({
          source: z.enum(toldSources),
          evidence: z.string().trim().min(1, "should say what proves it").max(1_000),
          link: z
            .url({ protocol: /^https?$/, error: "should begin with https://" })
            .max(2_000)
            .optional(),
          /** When they agreed, if it was before now. Who opted out since has not agreed. */
          at: z.iso.datetime({ offset: true }).optional(),
        })
        .optional(),
    })
    .refine(({ contactId, phone }) => (contactId === undefined) !== (phone === undefined), {
      message: "should be given, or else contactId, and not both",
      path: ["phone"],
    }),
  output: z.object({ conversation: ConversationSummary, message: Message }),
});

export const ReadSendCost = contract({
  method: "GET",
  path: "/conversations/:conversationId/send-cost",
  permission: "conversations.read",
  summary: "Read what an answer in a conversation counts as at Meta; no prices",
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({
    /** Until then everything to this customer is free: they came by an ad or a page's button. */
    freeUntil: time.nullable(),
    service: z.object({
      /** Of this number's free ones this month, counted from Meta's statuses; at most as many as are free. */
      used: z.number().int(),
      free: z.number().int(),
      monthStartsAt: time,
    }),
  }),
});
