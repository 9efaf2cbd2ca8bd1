/** The vocabulary of what can happen. Fixed early: reports need its history. */

export { compareCursors } from "./cursor";

export const eventTypes = [
  "conversation.opened",
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.read",
  "conversation.seen",
  "conversation.markedUnread",
  "conversation.labelled",
  "conversation.prioritised",
  "conversation.markedSpam",
  "conversation.unmarkedSpam",
  "conversation.ownerChanged",
  "conversation.offered",
  "conversation.offerEnded",
  "conversation.returned",
  "conversation.skillsChanged",
  "conversation.silenceWarned",
  "serviceLevel.started",
  "serviceLevel.changed",
  "serviceLevel.warned",
  "serviceLevel.missed",
  "serviceLevel.met",
  "serviceLevel.cancelled",
  "survey.asked",
  "survey.answered",
  "rule.ran",
  "rule.stopped",
  "message.received",
  "message.scheduled",
  "message.queued",
  "message.cancelled",
  "message.accepted",
  "message.sent",
  "message.delivered",
  "message.read",
  "message.played",
  "message.failed",
  "message.delayed",
  "message.unsure",
  "message.unconfirmed",
  "message.edited",
  "message.revoked",
  "message.reacted",
  "media.stored",
  "media.failed",
  "call.missed",
  "note.written",
  "note.edited",
  "note.deleted",
  "note.mentioned",
  "note.mentionsRead",
  "draft.changed",
  "contact.created",
  "contact.changed",
  "contact.merged",
  "contact.unmerged",
  "contact.blocked",
  "contact.unblocked",
  "contact.erased",
  "contactField.changed",
  "consent.changed",
  "availability.changed",
  "channel.created",
  "channel.changed",
  "channel.stopped",
  "template.changed",
  "template.favoured",
  "template.unfavoured",
  "member.invited",
  "member.joined",
  "member.changed",
  "department.changed",
  "skill.changed",
  "routing.changed",
  "hours.changed",
  "greeting.changed",
  "serviceLevelPolicy.changed",
  "rule.changed",
  "label.changed",
  "view.changed",
  "macro.changed",
  "reminder.changed",
  "quickReply.changed",
  "preferences.changed",
  "settings.changed",
  "flow.entered",
  "flow.left",
  "flow.handedOver",
] as const;

export type EventType = (typeof eventTypes)[number];

/** What a conversation's timeline tells, beside what was written. An index of the log holds just these. */
export const timelineTypes = [
  "conversation.queued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.labelled",
  "conversation.prioritised",
  "conversation.markedSpam",
  "conversation.unmarkedSpam",
  "conversation.ownerChanged",
  "conversation.offered",
  "conversation.offerEnded",
  "conversation.returned",
  "conversation.silenceWarned",
  "serviceLevel.missed",
  "survey.answered",
  "rule.ran",
  "rule.stopped",
  "flow.entered",
  "flow.left",
  "flow.handedOver",
] as const satisfies EventType[];

export type TimelineType = (typeof timelineTypes)[number];

/** What takes a conversation into a queue, through it or out of it. An index of the log holds just these. */
export const queueTypes = [
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.resolved",
  "conversation.markedSpam",
] as const satisfies EventType[];

export type EventRefs = {
  conversationId?: string | null;
  contactId?: string | null;
  messageId?: string | null;
  memberId?: string | null;
  channelId?: string | null;
  departmentId?: string | null;
};

/** An event as readers get it. `cursor` orders events of all tenants and is what a client asks to go on from. */
export type RecordedEvent = {
  cursor: string;
  tenantId: string;
  type: EventType;
  /** `member:<id>`, `api_key:<id>` or `system:<doing>`. */
  actor: string;
  at: string;
  /** The chain of which it is a part, where a rule acted. */
  causeId: string | null;
  payload: Record<string, unknown>;
} & Required<EventRefs>;

/**
 * What a member's socket and the API get: an event that they may see, or the word that a conversation which they could
 * see is theirs to see no more.
 */
export type EventFrame = Omit<RecordedEvent, "tenantId" | "type" | "causeId"> & {
  type: EventType | "conversation.hidden";
};
