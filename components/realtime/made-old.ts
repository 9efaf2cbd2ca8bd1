import type { EventFrame } from "@/lib/events/types";

type EventName = EventFrame["type"];
type NounOf<Name> = Name extends `${infer Noun}.${string}` ? Noun : never;
type Says = { by: readonly (EventName | NounOf<EventName>)[]; but?: readonly EventName[] };

/** What is read as a whole, and by which events it becomes old: by their type, or by the noun before the dot. */
const says = {
  contactFields: { by: ["contactField"] },
  labels: { by: ["label"] },
  views: { by: ["view"] },
  macros: { by: ["macro", "department"] },
  rules: { by: ["rule"] },
  counts: {
    by: [
      "department",
      "note",
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
    ],
  },
  /** The wallboard, and what stands in a member's day. How a message fares changes nothing there, nor does who looked. */
  queues: {
    by: [
      "conversation",
      "serviceLevel",
      "survey",
      "availability",
      "member",
      "department",
      "routing",
      "message.received",
      "message.scheduled",
      "message.queued",
      "message.cancelled",
      "reminder.changed",
      "contact.erased",
    ],
    but: ["conversation.read", "conversation.seen", "conversation.markedUnread"],
  },
  members: { by: ["member", "availability"] },
  channels: { by: ["channel"] },
  templates: { by: ["template"] },
  departments: { by: ["department", "member.changed"] },
  hours: { by: ["hours", "department", "channel"] },
  greetings: { by: ["greeting", "department", "channel"] },
  quickReplies: { by: ["quickReply", "department"] },
  skills: { by: ["skill", "conversation.skillsChanged"] },
  /** Whether the member may ask for the next one. */
  offer: { by: ["routing", "department"] },
  settings: { by: ["settings", "preferences", "routing", "serviceLevelPolicy", "department"] },
  /** Every list of conversations: what is part of many rows, such as a channel's state. */
  lists: { by: ["channel", "department", "label"] },
} satisfies Record<string, Says>;

export type Whole = keyof typeof says;

const everyWhole = Object.keys(says) as Whole[];

/** What an event makes old as a whole. */
export function madeOldBy(type: EventName): Whole[] {
  const noun = type.slice(0, type.indexOf("."));
  return everyWhole.filter((whole) => {
    const { by, but = [] }: Says = says[whole];
    const names: readonly string[] = by;
    return (names.includes(type) || names.includes(noun)) && !but.includes(type);
  });
}
