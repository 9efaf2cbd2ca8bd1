/** Plain types of conversations; components read them too. */
import type { EventType } from "@/lib/events/types";
import type { Label } from "@/lib/labels/types";
import type { MessageStatus } from "@/lib/messages/types";
import type { RunningServiceLevel } from "@/lib/service-levels/types";
import type { Gist } from "@/lib/whatsapp/types";

export { placeByPriority } from "./priority-place";

export const conversationStates = ["bot", "queued", "open", "snoozed", "resolved"] as const;
export type ConversationState = (typeof conversationStates)[number];

export const priorities = ["urgent", "high", "normal", "low"] as const;
export type Priority = (typeof priorities)[number];

/**
 * `mine`: assigned to me · `unassigned`: queued · `department`: one department's · `all`: each that is neither resolved
 * nor snoozed · `mentions`: where a note calls me · `spam`: resolved as such, and in no other view.
 */
export const conversationViews = [
  "mine",
  "unassigned",
  "mentions",
  "snoozed",
  "department",
  "all",
  "resolved",
  "spam",
] as const;
export type ConversationView = (typeof conversationViews)[number];

/** Counts of views go so far; one more stands for all beyond. */
export const mostCounted = 999;

export const conversationSorts = ["newest", "oldest", "waiting", "due", "priority"] as const;
export type ConversationSort = (typeof conversationSorts)[number];

/** What a list shows and in which order; what is left out does not narrow it. Whoever asks is `me`. */
export type ConversationFilter = {
  view: ConversationView;
  departmentId?: string | undefined;
  channelId?: string | undefined;
  assigneeId?: string | undefined;
  labelId?: string | undefined;
  priority?: Priority | undefined;
  state?: ConversationState | undefined;
  window?: "open" | "closed" | undefined;
  /** The customer has waited for us for at least so long. */
  waitingMinutes?: number | undefined;
  unread?: "yes" | "no" | undefined;
  /** The contact's, such as `es` or `pt-BR`. */
  language?: string | undefined;
  /** What was promised is at risk, or not kept. */
  serviceLevel?: "warned" | "missed" | undefined;
  /** `waiting`: who waits longest comes first, who does not wait last. `due`: what was promised for the soonest. */
  sort?: ConversationSort | undefined;
};

/**
 * `tomorrow`, `monday`: at nine in the morning of the asker's time zone · `reply`: until the customer writes · `window`:
 * an hour before the service window closes.
 */
export type SnoozeUntil =
  | { kind: "hours"; hours: number }
  | { kind: "tomorrow" | "monday" | "reply" | "window" }
  | { kind: "time"; at: string };

/** What can be done with several conversations at once, and by a macro. */
export type Act =
  | { kind: "assign"; assigneeId: string | null; departmentId?: string | null | undefined }
  | { kind: "label"; add: string[]; remove: string[] }
  | { kind: "prioritise"; priority: Priority }
  | { kind: "snooze"; until: SnoozeUntil; timeZone?: string | undefined }
  | { kind: "resolve"; reason?: string | undefined; note?: string | undefined }
  | { kind: "spam"; isSpam: boolean };

/** What became of an act on one of several conversations; a refusal says why. */
export type ActOutcome = {
  conversationId: string;
  outcome: "done" | "refused";
  code: string | null;
  reason: string | null;
  /** Whom or what the reason names. */
  details: Record<string, unknown> | null;
};

/** What a member or a rule can change of a conversation; times as ISO text. */
export type ConversationFacts = {
  state: ConversationState;
  assigneeId: string | null;
  departmentId: string | null;
  snoozedUntil: string | null;
  priority: Priority;
  spamAt: string | null;
  resolvedAt: string | null;
  closingReason: string | null;
  closingNote: string | null;
  waitingSince: string | null;
  unreadCount: number;
  labelIds: string[];
};

export type ConversationSummary = {
  id: string;
  state: ConversationState;
  owner: "us" | "other";
  /** By which role Meta names another responder who has the thread, such as `ai_agent`; null where that is not known. */
  responder: string | null;
  contact: { id: string; name: string; phone: string | null; username: string | null };
  channel: { id: string; name: string; displayPhoneNumber: string; state: "active" | "stopped" | "disconnected" };
  department: { id: string; name: string } | null;
  assignee: { id: string; name: string } | null;
  openedAt: string;
  resolvedAt: string | null;
  /** How it ended, where the department asks for that. */
  closing: { reason: string | null; note: string | null } | null;
  isSpam: boolean;
  /** When it wakes by itself; null also for one that wakes when the customer writes. */
  snoozedUntil: string | null;
  priority: Priority;
  labels: Label[];
  /** The last note that calls the asker; null where none does. */
  mention: { at: string; isUnread: boolean } | null;
  lastActivityAt: string;
  /** Since when the customer waits for us; null while we wait for them. */
  waitingSince: string | null;
  /** The most urgent of what was promised; null where nothing runs. */
  serviceLevel: RunningServiceLevel | null;
  unreadCount: number;
  /** The time of the last message that the asker has seen, on whatever device; null where that is not known. */
  readUpTo: string | null;
  /** Until when anything may be sent; a time in the past is a closed window, null one that never opened. */
  windowClosesAt: string | null;
  lastMessage: {
    id: string;
    direction: "in" | "out";
    type: string;
    text: string;
    gist: Gist | null;
    status: MessageStatus;
    at: string;
  } | null;
};

/** An earlier conversation of the same contact; null where nobody resolved it, or it is not known who did. */
export type PastConversation = ConversationSummary & { resolvedBy: TimelineEntry["actor"] | null };

export type ViewCounts = {
  mine: number;
  /** Of these, where the customer waits for an answer. */
  mineWaiting: number;
  unassigned: number;
  all: number;
  snoozed: number;
  /** With a mention of the asker that they have not read. */
  mentions: number;
  departments: { id: string; name: string; count: number; unassigned: number }[];
};

/** Something that was done with a conversation. */
export type TimelineEntry = {
  id: string;
  type: EventType;
  at: string;
  actor: { kind: "member" | "api_key" | "system"; id: string | null; name: string | null };
  /** Whom it is about, such as the one it was given to. */
  member: { id: string; name: string } | null;
  department: { id: string; name: string } | null;
  /** What else the event says: until when, which labels, why. */
  details: Record<string, unknown>;
  /** The run of a rule that did this, while it is kept. */
  ruleRun: { id: string; conversationId: string; rule: { id: string; name: string } } | null;
};
