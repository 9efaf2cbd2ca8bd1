import * as z from "zod";
import { isTimeZone } from "@/lib/calendar";
import { contract } from "@/lib/contract";
import { eventTypes } from "@/lib/events/types";
import { PageInput, pageOf } from "@/lib/paging";
import { ConversationFilter } from "./filter-schema";
import { ConversationSummary, Named } from "./summary-schema";
import { priorities } from "./types";

export { ConversationFilter, ConversationSummary, Named };

const one = z.object({ conversationId: z.uuid() });
/** An id of the client's own, under which it can take this back for ten minutes. */
const undoId = z.uuid().optional();
const undoable = one.extend({ undoId });

const closing = {
  reason: z.string().trim().min(1).max(80).optional(),
  note: z.string().trim().min(1).max(2_000).optional(),
};

export const ListConversations = contract({
  method: "GET",
  path: "/conversations",
  permission: "conversations.read",
  summary: "List conversations by a filter, the most recently active first unless sorted otherwise",
  input: PageInput.extend({ ...ConversationFilter.shape, contactId: z.uuid().optional() }),
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
    mineWaiting: z.number().int(),
    unassigned: z.number().int(),
    all: z.number().int(),
    snoozed: z.number().int(),
    mentions: z.number().int(),
    departments: z.array(Named.extend({ count: z.number().int(), unassigned: z.number().int() })),
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
  input: undoable.extend({
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
  summary: "Resolve a conversation, with what its department asks for",
  input: undoable.extend(closing),
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

export const MoveReadCursor = contract({
  method: "PUT",
  path: "/conversations/:conversationId/read-cursor",
  permission: "conversations.read",
  summary: "Say that I have seen everything up to a message; it holds on all my devices and never goes back",
  input: one.extend({ messageId: z.uuid() }),
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

export const MarkConversationUnread = contract({
  method: "POST",
  path: "/conversations/:conversationId/unread",
  permission: "conversations.answer",
  summary: "Mark a conversation unread, for later",
  input: one,
  output: ConversationSummary,
});

const SnoozeUntil = z.union([
  z.object({ kind: z.literal("hours"), hours: z.number().positive().max(8_760) }),
  z.object({ kind: z.literal("time"), at: z.iso.datetime({ offset: true }) }),
  z.object({ kind: z.enum(["tomorrow", "monday", "reply", "window"]) }),
]);

/** By default the member's own; for an API key UTC. */
const timeZone = z.string().max(60).refine(isTimeZone, "should be a time zone such as Europe/Lisbon").optional();

export const SnoozeConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/snooze",
  permission: "conversations.answer",
  summary: "Put a conversation aside until a time, until the customer writes, or until its window is about to close",
  input: undoable.extend({ until: SnoozeUntil, timeZone }),
  output: ConversationSummary,
});

export const WakeConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/wake",
  permission: "conversations.answer",
  summary: "End a snooze now",
  input: undoable,
  output: ConversationSummary,
});

export const MarkSpam = contract({
  method: "PUT",
  path: "/conversations/:conversationId/spam",
  permission: "conversations.answer",
  summary: "Move a conversation to the spam, or back",
  input: undoable.extend({ isSpam: z.boolean() }),
  output: ConversationSummary,
});

export const PrioritiseConversation = contract({
  method: "PUT",
  path: "/conversations/:conversationId/priority",
  permission: "conversations.answer",
  summary: "Set a conversation's priority",
  input: undoable.extend({ priority: z.enum(priorities) }),
  output: ConversationSummary,
});

const labelIds = z.array(z.uuid()).max(50).default([]);

export const LabelConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/labels",
  permission: "conversations.answer",
  summary: "Put labels on a conversation and take others off",
  input: undoable.extend({ add: labelIds, remove: labelIds }),
  output: ConversationSummary,
});

export const UndoAct = contract({
  method: "POST",
  path: "/undo/:undoId",
  permission: "conversations.answer",
  summary: "Take back what was done under this id, where nobody has changed it since",
  input: z.object({ undoId: z.uuid() }),
  output: z.object({ undone: z.number().int(), changedSince: z.number().int() }),
});

export const ListAudience = contract({
  method: "GET",
  path: "/conversations/:conversationId/audience",
  permission: "conversations.read",
  summary: "List the members who may see a conversation, whom a note can call",
  input: one,
  output: z.object({ items: z.array(Named) }),
});

const actor = z.object({
  kind: z.enum(["member", "api_key", "system"]),
  id: z.uuid().nullable(),
  name: z.string().nullable(),
});

export const ReadPreviousConversation = contract({
  method: "GET",
  path: "/conversations/:conversationId/previous",
  permission: "conversations.read",
  summary: "Read the contact's conversation before this one; null where there is none to be seen",
  input: one,
  output: z.object({ previous: ConversationSummary.extend({ resolvedBy: actor.nullable() }).nullable() }),
});

export const TimelineEntry = z.object({
  id: z.string(),
  type: z.enum(eventTypes),
  at: z.iso.datetime(),
  actor,
  member: Named.nullable(),
  department: Named.nullable(),
  details: z.record(z.string(), z.unknown()),
  /** The run of a rule that did this, while it is kept. */
  ruleRun: z.object({ id: z.uuid(), conversationId: z.uuid(), rule: Named }).nullable(),
});

export const ListTimeline = contract({
  method: "GET",
  path: "/conversations/:conversationId/timeline",
  permission: "conversations.read",
  summary: "List what was done with a conversation, the newest first",
  input: PageInput.extend({ conversationId: z.uuid() }),
  output: pageOf(TimelineEntry),
});

export const Act = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("assign"),
    assigneeId: z.union([z.uuid(), z.literal("me")]).nullable(),
    departmentId: z.uuid().nullable().optional(),
  }),
  z.object({ kind: z.literal("label"), add: labelIds, remove: labelIds }),
  z.object({ kind: z.literal("prioritise"), priority: z.enum(priorities) }),
  z.object({ kind: z.literal("snooze"), until: SnoozeUntil, timeZone }),
  z.object({ kind: z.literal("resolve"), ...closing }),
  z.object({ kind: z.literal("spam"), isSpam: z.boolean() }),
]);

export const ActOutcome = z.object({
  conversationId: z.uuid(),
  outcome: z.enum(["done", "refused"]),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
});

export const ActOnConversations = contract({
  method: "POST",
  path: "/conversations/acts",
  permission: "conversations.answer",
  summary: "Do one thing with many conversations; each answers for itself",
  input: z.object({ conversationIds: z.array(z.uuid()).min(1).max(200), act: Act, undoId }),
  output: z.object({ results: z.array(ActOutcome) }),
});
