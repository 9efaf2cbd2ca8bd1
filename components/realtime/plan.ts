import { type EventFrame, timelineTypes } from "@/lib/events/types";

/** What on the screen a batch of events makes old. */
export type Plan = {
  conversations: Set<string>;
  /** Conversations that went out of sight: nothing of them can be read any more. */
  hidden: Set<string>;
  /** Changed messages by conversation. */
  messages: Map<string, Set<string>>;
  contacts: Set<string>;
  /** When the member's own words changed, by conversation. */
  drafts: Map<string, string>;
  /** Conversations whose timeline grew. */
  timelines: Set<string>;
  /** Conversations of which a note was written, changed or deleted. */
  notes: Set<string>;
  /** Conversations in which a reminder of the member changed. */
  reminders: Set<string>;
  contactFields: boolean;
  labels: boolean;
  views: boolean;
  macros: boolean;
  rules: boolean;
  counts: boolean;
  /** The wallboard, and what stands in a member's day. */
  queues: boolean;
  members: boolean;
  channels: boolean;
  templates: boolean;
  departments: boolean;
  hours: boolean;
  greetings: boolean;
  quickReplies: boolean;
  skills: boolean;
  /** Whom something is offered to, or no longer is. */
  offers: Set<string>;
  /** How departments give out their work. */
  routing: boolean;
  settings: boolean;
  /** Something that is part of many rows, such as a channel's state: the lists are read again. */
  lists: boolean;
};

const told: ReadonlySet<string> = new Set(timelineTypes);

const countsChange = new Set([
  "conversation.opened",
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.markedSpam",
  "conversation.unmarkedSpam",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.hidden",
  "contact.erased",
  "contact.merged",
  "contact.unmerged",
]);

/** What says how a message fares changes nothing in a queue, nor does what somebody looked at. */
const queuesStay: ReadonlySet<string> = new Set([
  "conversation.read",
  "conversation.seen",
  "conversation.markedUnread",
]);
const queueAreas = new Set([
  "conversation",
  "serviceLevel",
  "survey",
  "availability",
  "member",
  "department",
  "routing",
]);
const queueTypes = new Set([
  "message.received",
  "message.scheduled",
  "message.queued",
  "message.cancelled",
  "reminder.changed",
  "contact.erased",
]);

function changesQueues(type: string, area: string): boolean {
  return queueTypes.has(type) || (queueAreas.has(area) && !queuesStay.has(type));
}

export function planOf(events: readonly EventFrame[]): Plan {
  const plan: Plan = {
    conversations: new Set(),
    hidden: new Set(),
    messages: new Map(),
    contacts: new Set(),
    drafts: new Map(),
    timelines: new Set(),
    notes: new Set(),
    reminders: new Set(),
    contactFields: false,
    labels: false,
    views: false,
    macros: false,
    rules: false,
    counts: false,
    queues: false,
    members: false,
    channels: false,
    templates: false,
    departments: false,
    hours: false,
    greetings: false,
    quickReplies: false,
    skills: false,
    offers: new Set(),
    routing: false,
    settings: false,
    lists: false,
  };
  for (const event of events) note(plan, event);
  return plan;
}

function note(plan: Plan, event: EventFrame) {
  const area = event.type.slice(0, event.type.indexOf("."));
  if (event.type === "draft.changed") {
    if (event.conversationId) plan.drafts.set(event.conversationId, String(event.payload.editedAt));
    return;
  }
  if (event.conversationId && event.type === "conversation.hidden") {
    for (const read of [plan.conversations, plan.messages, plan.timelines, plan.notes])
      read.delete(event.conversationId);
    plan.hidden.add(event.conversationId);
  } else if (event.conversationId) {
    plan.hidden.delete(event.conversationId);
    plan.conversations.add(event.conversationId);
    if (told.has(event.type)) plan.timelines.add(event.conversationId);
    if (area === "reminder") plan.reminders.add(event.conversationId);
    if (area === "note") plan.notes.add(event.conversationId);
    if (event.messageId) {
      const changed = plan.messages.get(event.conversationId) ?? new Set();
      plan.messages.set(event.conversationId, changed.add(event.messageId));
    }
  }
  if (event.contactId && (area === "contact" || area === "consent" || area === "survey")) {
    plan.contacts.add(event.contactId);
    plan.lists ||= event.type !== "contact.created" && area !== "survey";
  }
  plan.contactFields ||= area === "contactField";
  plan.labels ||= area === "label";
  plan.views ||= area === "view";
  plan.macros ||= area === "macro";
  plan.rules ||= area === "rule";
  plan.counts ||= countsChange.has(event.type) || area === "department" || area === "note";
  plan.queues ||= changesQueues(event.type, area);
  plan.members ||= area === "member" || area === "availability";
  plan.channels ||= area === "channel";
  plan.templates ||= area === "template";
  plan.hours ||= area === "hours" || area === "department" || area === "channel";
  plan.greetings ||= area === "greeting" || area === "department" || area === "channel";
  plan.skills ||= area === "skill" || event.type === "conversation.skillsChanged";
  if (event.memberId && event.type.startsWith("conversation.offer")) plan.offers.add(event.memberId);
  plan.routing ||= area === "routing" || area === "department";
  plan.settings ||= ["settings", "preferences", "routing", "serviceLevelPolicy", "department"].includes(area);
  plan.quickReplies ||= area === "quickReply" || area === "department";
  plan.departments ||= area === "department" || event.type === "member.changed";
  plan.lists ||= area === "channel" || area === "department" || area === "label";
}
