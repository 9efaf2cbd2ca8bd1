import { type Actor, can, type Permission } from "@/lib/auth";
import { maySee, type VisibilityFacts } from "@/lib/conversations";
import type { EventFrame, EventType, RecordedEvent } from "@/lib/events";

/** What decides who sees a conversation, by its id; one that is not there has been erased and is nobody's to see. */
export type FactsById = ReadonlyMap<string, VisibilityFacts>;

type Asker = Pick<Actor, "id" | "role" | "scopes" | "visibility" | "departmentIds">;

/** The one member whose business an event is: what they began to write, and what is their own. */
export function privateTo({ type, memberId }: RecordedEvent): string | null {
  return privateTypes.has(type) ? memberId : null;
}

const privateTypes: ReadonlySet<EventType> = new Set<EventType>([
  "draft.changed",
  "conversation.seen",
  "quickReply.changed",
  "macro.changed",
  "view.changed",
  "note.mentionsRead",
  "preferences.changed",
  "reminder.changed",
]);

/** Events after which a conversation may be out of somebody's sight. */
const moves: ReadonlySet<EventType> = new Set<EventType>([
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.markedSpam",
  "conversation.unmarkedSpam",
]);

/**
 * What the asker may know of some events, in their order. A conversation is judged by what it is now: an event from a
 * time when it was in sight says no more once it is not.
 */
export function framesFor(asker: Asker, events: RecordedEvent[], facts: FactsById): EventFrame[] {
  return events.flatMap((event) => frameFor(asker, event, facts) ?? []);
}

function frameFor(asker: Asker, event: RecordedEvent, facts: FactsById): EventFrame | null {
  const onlyFor = privateTo(event);
  if (onlyFor !== null && onlyFor !== asker.id) return null;
  if (event.conversationId === null) return can(asker, permissionFor(event.type)) ? shown(event) : null;
  const now = facts.get(event.conversationId);
  if (!can(asker, "conversations.read")) return null;
  // An open screen still shows it: its opaque id, and nothing else, says that it is gone.
  if (!now) return event.type === "contact.erased" ? hidden(event) : null;
  if (maySee(asker, now)) return shown(event);
  return moves.has(event.type) && maySee(asker, factsBefore(event, asker)) ? hidden(event) : null;
}

/**
 * As it was before a move, by the event's own word: of what came after it, what the conversation is now says nothing.
 * Nobody's before means queued. Where one that was resolved does not say whose it had been, it may have been the asker's.
 */
function factsBefore({ type, departmentId, payload }: RecordedEvent, asker: Asker): VisibilityFacts {
  const unsaid = type === "conversation.reopened" ? asker.id : null;
  const { previousAssigneeId = unsaid, previousDepartmentId = departmentId } = payload;
  const assigneeId = idOrNull(previousAssigneeId);
  return { assigneeId, departmentId: idOrNull(previousDepartmentId), state: assigneeId === null ? "queued" : "open" };
}

function idOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function permissionFor(type: EventType): Permission {
  const noun = type.slice(0, type.indexOf("."));
  return permissionByNoun[noun] ?? "workspace.manage";
}

const permissionByNoun: Record<string, Permission> = {
  contact: "contacts.read",
  contactField: "contacts.read",
  consent: "contacts.read",
  availability: "members.read",
  member: "members.read",
  channel: "channels.read",
  template: "templates.read",
  department: "departments.read",
  quickReply: "quickReplies.read",
  label: "conversations.read",
  skill: "departments.read",
  routing: "departments.read",
  hours: "departments.read",
  greeting: "greetings.manage",
  serviceLevelPolicy: "departments.read",
  rule: "rules.manage",
  view: "conversations.read",
  macro: "conversations.read",
  preferences: "profile.read",
  settings: "events.read",
};

function shown({ tenantId: _, causeId: __, ...frame }: RecordedEvent): EventFrame {
  return frame;
}

function hidden({ cursor, at, conversationId }: RecordedEvent): EventFrame {
  return {
    cursor,
    type: "conversation.hidden",
    actor: "system:visibility",
    at,
    conversationId,
    contactId: null,
    messageId: null,
    memberId: null,
    channelId: null,
    departmentId: null,
    payload: {},
  };
}
