import * as z from "zod";
import { contract } from "@/lib/contract";
import { messageStatuses } from "@/lib/messages/types";
import { PageInput, pageOf } from "@/lib/paging";
import { conversationStates, conversationViews } from "./types";

const one = z.object({ conversationId: z.uuid() });
const named = z.object({ id: z.uuid(), name: z.string() });

export const ConversationSummary = z.object({
  id: z.uuid(),
  state: z.enum(conversationStates),
  owner: z.enum(["us", "other"]),
  contact: z.object({ id: z.uuid(), name: z.string(), phone: z.string().nullable(), username: z.string().nullable() }),
  channel: z.object({
    id: z.uuid(),
    name: z.string(),
    displayPhoneNumber: z.string(),
    state: z.enum(["active", "stopped", "disconnected"]),
  }),
  department: named.nullable(),
  assignee: named.nullable(),
  openedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  lastActivityAt: z.iso.datetime(),
  waitingSince: z.iso.datetime().nullable(),
  unreadCount: z.number().int(),
  windowClosesAt: z.iso.datetime().nullable(),
  lastMessage: z
    .object({
      id: z.uuid(),
      direction: z.enum(["in", "out"]),
      type: z.string(),
      text: z.string(),
      status: z.enum(messageStatuses),
      at: z.iso.datetime(),
    })
    .nullable(),
});

export const ListConversations = contract({
  method: "GET",
  path: "/conversations",
  permission: "conversations.read",
  summary: "List conversations, the most recently active first",
  input: PageInput.extend({
    view: z.enum(conversationViews).default("all"),
    departmentId: z.uuid().optional(),
    channelId: z.uuid().optional(),
    contactId: z.uuid().optional(),
    assigneeId: z.uuid().optional(),
    state: z.enum(conversationStates).optional(),
  }),
  output: pageOf(ConversationSummary),
});

export const CountConversations = contract({
  method: "GET",
  path: "/conversations/counts",
  permission: "conversations.read",
  summary: "Count the open conversations of each view",
  input: z.object({}),
  output: z.object({
    mine: z.number().int(),
    unassigned: z.number().int(),
    all: z.number().int(),
    departments: z.array(named.extend({ count: z.number().int(), unassigned: z.number().int() })),
  }),
});

export const ReadConversation = contract({
  method: "GET",
  path: "/conversations/:conversationId",
  permission: "conversations.read",
  summary: "Read one conversation",
  input: one,
  output: ConversationSummary,
});

export const AssignConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/assign",
  permission: "conversations.assign",
  summary: "Claim a conversation, give it to a member or a department, or put it back in the queue",
  input: one.extend({
    /** A member's id, `me`, or null for the queue. */
    assigneeId: z.union([z.uuid(), z.literal("me")]).nullable(),
    departmentId: z.uuid().nullable().optional(),
    /** Whom the asker saw in charge; when somebody else is by now, the answer is a conflict that names them. */
    expectedAssigneeId: z.uuid().nullable().optional(),
  }),
  output: ConversationSummary,
});

export const ResolveConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/resolve",
  permission: "conversations.answer",
  summary: "Resolve a conversation",
  input: one,
  output: ConversationSummary,
});

export const ReopenConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/reopen",
  permission: "conversations.answer",
  summary: "Reopen a resolved conversation",
  input: one,
  output: ConversationSummary,
});

export const MarkConversationRead = contract({
  method: "POST",
  path: "/conversations/:conversationId/read",
  permission: "conversations.answer",
  summary: "Mark a conversation read, and tell the customer where the channel does so",
  input: one,
  output: ConversationSummary,
});

export const ShowTyping = contract({
  method: "POST",
  path: "/conversations/:conversationId/typing",
  permission: "conversations.answer",
  summary: "Show the customer that an answer is being written, for up to 25 seconds",
  input: one,
  output: z.object({}),
});
