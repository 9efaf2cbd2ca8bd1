/** Plain types of the wallboard and of an agent's day; components read them too. */
import type { AvailabilityState } from "@/lib/availability/types";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ExpectedWait, PendingOverflow, RoutingMode } from "@/lib/routing/types";
import type { Gist } from "@/lib/whatsapp/types";

/** A department's queue now; without an id, that of what belongs to no department. */
export type QueueFigures = {
  departmentId: string | null;
  name: string | null;
  waiting: number;
  /** Since when whoever has waited longest waits in the queue. */
  oldestSince: string | null;
  expected: ExpectedWait | null;
  open: number;
  /** Promises of today that were kept, of all that were kept or missed today. */
  promises: { kept: number; ended: number };
  mode: RoutingMode;
};

export type FirstReplies = { medianSeconds: number | null; count: number };

export type WallboardTotals = {
  waiting: number;
  /** How many waited a quarter of an hour ago. */
  waitingBefore: number;
  oldest: { since: string; departmentId: string | null } | null;
  expected: ExpectedWait | null;
  firstReplies: FirstReplies;
  /** Of the same weekday a week ago, up to the same time of day. */
  firstRepliesLastWeek: FirstReplies;
  atRisk: number;
  missedToday: number;
};

export type AgentLoad = { waitingOnUs: number; waitingOnCustomer: number; snoozed: number };

/** What counts as how much work, in percent of a whole one. */
export type LoadWeights = { waitingOnUs: number; waitingOnCustomer: number; snoozed: number };

export type WallboardAgent = {
  id: string;
  name: string;
  departmentIds: string[];
  availability: AvailabilityState;
  reason: string | null;
  since: string | null;
  capacity: number;
  load: AgentLoad;
  loadPercent: number;
  assignedToday: number;
  resolvedToday: number;
};

/** How many waited at a moment. */
export type DepthPoint = { at: string; waiting: number };

export type Wallboard = {
  /** When it was read. */
  at: string;
  /** By whose clock a day begins. */
  timeZone: string;
  agingMinutes: number;
  weights: LoadWeights;
  totals: WallboardTotals;
  queues: QueueFigures[];
  /** Null for whoever may not watch people. */
  agents: WallboardAgent[] | null;
  depth: DepthPoint[];
};

/**
 * `line`: who waits, in the order in which they are next · `atRisk`: whose promise was warned of or is about to be
 * missed · `missed`: whose promise was missed today · `agent`: what a member has · `waits`: whoever was taken within the
 * last hour · `firstReplies`: what began today and was answered · `resolved`: what a member resolved today.
 */
export const queueLists = ["line", "atRisk", "missed", "agent", "waits", "firstReplies", "resolved"] as const;
export type QueueList = (typeof queueLists)[number];
/** Those that are about one member. */
export const memberLists: readonly QueueList[] = ["agent", "resolved"];

export type QueueRow = {
  conversation: ConversationSummary;
  queuedSince: string | null;
  /** Given back by somebody who went: first within its priority. */
  isReturned: boolean;
  /** One priority higher for each of these: it has waited so long. */
  raisedBy: number;
  skills: string[];
  language: string | null;
  /** Until when a promise about it has to be kept. */
  dueAt: string | null;
  /** Where it goes if it goes on waiting. */
  overflow: PendingOverflow | null;
  /** How long the customer waited, and when what the row is about ended: in the lists of what is over. */
  waitedSeconds: number | null;
  endedAt: string | null;
};

export type DayBreak = { state: AvailabilityState; reason: string | null; since: string; until: string | null };

export type AgentDay = {
  at: string;
  timeZone: string;
  queue: { conversation: ConversationSummary; dueAt: string | null }[];
  reminders: { id: string; conversationId: string; contactName: string; body: string; dueAt: string }[];
  snoozed: { conversationId: string; contactName: string; until: string }[];
  scheduled: {
    messageId: string;
    conversationId: string;
    contactName: string;
    text: string;
    gist: Gist | null;
    sendAt: string;
  }[];
  comments: {
    id: string;
    conversationId: string;
    contactName: string;
    score: number;
    comment: string | null;
    at: string;
  }[];
  /** Every state of today, the earliest first; the last one is the present. */
  availability: DayBreak[];
  answeredToday: number;
  assignedToday: number;
  resolvedToday: number;
};
