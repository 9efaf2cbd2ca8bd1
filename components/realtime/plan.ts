import { type EventFrame, timelineTypes } from "@/lib/events/types";
import { madeOldBy, type Whole } from "./made-old";

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
  /** Whom something is offered to, or no longer is. */
  offers: Set<string>;
  /** What is read again as a whole. */
  wholes: Set<Whole>;
};

const told: ReadonlySet<string> = new Set(timelineTypes);

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
    offers: new Set(),
    wholes: new Set(),
  };
  for (const event of events) note(plan, event);
  return plan;
}

function note(plan: Plan, event: EventFrame) {
  const noun = event.type.slice(0, event.type.indexOf("."));
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
    if (noun === "reminder") plan.reminders.add(event.conversationId);
    if (noun === "note") plan.notes.add(event.conversationId);
    if (event.messageId) {
      const changed = plan.messages.get(event.conversationId) ?? new Set();
      plan.messages.set(event.conversationId, changed.add(event.messageId));
    }
  }
  if (event.contactId && (noun === "contact" || noun === "consent" || noun === "survey")) {
    plan.contacts.add(event.contactId);
    if (event.type !== "contact.created" && noun !== "survey") plan.wholes.add("lists");
  }
  if (event.memberId && event.type.startsWith("conversation.offer")) plan.offers.add(event.memberId);
  for (const whole of madeOldBy(event.type)) plan.wholes.add(whole);
}
