import type { EventFrame } from "@/lib/events/types";

/** What on the screen a batch of events makes old. */
export type Plan = {
  conversations: Set<string>;
  /** Changed messages by conversation. */
  messages: Map<string, Set<string>>;
  contacts: Set<string>;
  counts: boolean;
  members: boolean;
  channels: boolean;
  departments: boolean;
  /** Something that is part of many rows, such as a channel's state: the lists are read again. */
  lists: boolean;
};

const countsChange = new Set([
  "conversation.opened",
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.hidden",
  "contact.erased",
]);

export function planOf(events: readonly EventFrame[]): Plan {
  const plan: Plan = {
    conversations: new Set(),
    messages: new Map(),
    contacts: new Set(),
    counts: false,
    members: false,
    channels: false,
    departments: false,
    lists: false,
  };
  for (const event of events) note(plan, event);
  return plan;
}

function note(plan: Plan, event: EventFrame) {
  const area = event.type.slice(0, event.type.indexOf("."));
  if (event.conversationId) {
    plan.conversations.add(event.conversationId);
    if (event.messageId) {
      const changed = plan.messages.get(event.conversationId) ?? new Set();
      plan.messages.set(event.conversationId, changed.add(event.messageId));
    }
  }
  if (event.contactId && (area === "contact" || area === "consent")) {
    plan.contacts.add(event.contactId);
    plan.lists ||= event.type !== "contact.created";
  }
  plan.counts ||= countsChange.has(event.type) || area === "department";
  plan.members ||= area === "member" || area === "availability";
  plan.channels ||= area === "channel";
  plan.departments ||= area === "department" || event.type === "member.changed";
  plan.lists ||= area === "channel" || area === "department";
}
