import { type Actor, can } from "@/lib/auth";
import { type AvailabilityState, beganByItself } from "@/lib/availability/types";
import { maySee, type VisibilityFacts, type VisibilityFactsById } from "@/lib/conversations";
import type { EventType, RecordedEvent } from "@/lib/events";
import { type NoticeKind, noticeKinds } from "@/lib/preferences/types";
import type { Notice } from "./types";

export type NoticeFacts = VisibilityFacts & { owner: string };

type Asker = Pick<Actor, "id" | "role" | "scopes" | "visibility" | "departmentIds">;
type Found = Pick<Notice, "kind" | "cause">;

/** Events of which anybody could be told. */
export const tellingTypes: ReadonlySet<EventType> = new Set<EventType>([
  "conversation.queued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.offered",
  "message.received",
  "message.failed",
  "message.unconfirmed",
  "note.mentioned",
  "reminder.changed",
  "channel.stopped",
  "serviceLevel.warned",
  "serviceLevel.missed",
  "rule.stopped",
]);

/**
 * What one member is told of some events. What they may not see they are not told of: a conversation is judged by what
 * it is now, so news of one that has gone elsewhere since is no news.
 */
export function noticesFor(asker: Asker, events: readonly RecordedEvent[], facts: VisibilityFactsById): Notice[] {
  return events.flatMap((event) => {
    const found = noticeOf(asker, event, facts);
    return found ? [{ ...found, conversationId: event.conversationId, cursor: event.cursor }] : [];
  });
}

function noticeOf(asker: Asker, event: RecordedEvent, facts: VisibilityFactsById): Found | null {
  // What they did themselves is no news to them.
  if (event.actor === `member:${asker.id}`) return null;
  if (event.type === "channel.stopped") {
    return can(asker, "channels.manage") ? { kind: "warning", cause: "channelStopped" } : null;
  }
  const now = event.conversationId === null ? undefined : facts.get(event.conversationId);
  if (!now || !can(asker, "conversations.read") || !maySee(asker, now)) return null;
  const isMine = now.assigneeId === asker.id;
  switch (event.type) {
    case "conversation.queued":
      return now.state === "queued" ? { kind: "unassigned", cause: "queued" } : null;
    case "conversation.assigned":
    case "conversation.transferred":
      return isMine ? { kind: "mine", cause: "assigned" } : null;
    case "conversation.offered":
      return event.memberId === asker.id && now.state === "queued" ? { kind: "mine", cause: "offered" } : null;
    case "message.received":
      return isMine && now.owner === "us" && event.payload.isSurveyAnswer !== true
        ? { kind: "mine", cause: "message" }
        : null;
    case "serviceLevel.warned":
      return isMine || now.state === "queued" ? atRisk(asker, now) : null;
    case "serviceLevel.missed":
      return isMine || can(asker, "queues.watch") ? { kind: "warning", cause: "missed" } : null;
    case "message.failed":
      return isMine ? { kind: "warning", cause: "failed" } : null;
    case "message.unconfirmed":
      return isMine ? { kind: "warning", cause: "unconfirmed" } : null;
    case "note.mentioned":
      return event.memberId === asker.id ? { kind: "mention", cause: "mentioned" } : null;
    case "reminder.changed":
      // Set and removed by the member themselves; by the system when it is due.
      return event.memberId === asker.id && event.actor.startsWith("system:")
        ? { kind: "mine", cause: "reminder" }
        : null;
    case "rule.stopped":
      return can(asker, "rules.manage") ? { kind: "warning", cause: "ruleStopped" } : null;
    default:
      return null;
  }
}

/** What is nobody's yet is for whoever may take it, as long as they are there, and for those who watch the queues. */
function atRisk(asker: Asker, { assigneeId, departmentId }: VisibilityFacts): Found | null {
  if (assigneeId === asker.id || can(asker, "queues.watch")) return { kind: "warning", cause: "atRisk" };
  const isOwnQueue = departmentId === null || asker.departmentIds.includes(departmentId);
  return isOwnQueue && can(asker, "queues.take") ? { kind: "unassigned", cause: "atRisk" } : null;
}

type Presence = { state: AvailabilityState; reason: string | null };

/** Of what a member wants to hear while they are busy, away, or at lunch. */
export function hears({ state, reason }: Presence, kind: NoticeKind): boolean {
  if (state === "online") return true;
  if (state === "busy") return kind !== "unassigned";
  // Who went away without a word still wants what is theirs; who said that they take a break wants rest.
  return beganByItself({ state, reason }) && kind !== "unassigned";
}

/** One of each kind for a conversation: a customer who writes three lines is one piece of news. The last says when. */
export function collapse(notices: readonly Notice[]): Notice[] {
  const byThing = new Map(notices.map((notice) => [`${notice.kind} ${notice.conversationId}`, notice]));
  const rank = ({ kind }: Notice) => noticeKinds.indexOf(kind);
  return [...byThing.values()].toSorted((one, other) => rank(other) - rank(one));
}
