/** Plain types of conversations; components read them too. */
import type { MessageStatus } from "@/lib/messages/types";

export const conversationStates = ["bot", "queued", "open", "snoozed", "resolved"] as const;
export type ConversationState = (typeof conversationStates)[number];

/** `mine`: assigned to me · `unassigned`: queued · `department`: one department's · `all`: every one that is not resolved. */
export const conversationViews = ["mine", "unassigned", "department", "all", "resolved"] as const;
export type ConversationView = (typeof conversationViews)[number];

export type ConversationSummary = {
  id: string;
  state: ConversationState;
  owner: "us" | "other";
  contact: { id: string; name: string; phone: string | null; username: string | null };
  channel: { id: string; name: string; displayPhoneNumber: string; state: "active" | "stopped" | "disconnected" };
  department: { id: string; name: string } | null;
  assignee: { id: string; name: string } | null;
  openedAt: string;
  resolvedAt: string | null;
  lastActivityAt: string;
  /** Since when the customer waits for us; null while we wait for them. */
  waitingSince: string | null;
  unreadCount: number;
  /** Until when anything may be sent; a time in the past is a closed window, null one that never opened. */
  windowClosesAt: string | null;
  lastMessage: {
    id: string;
    direction: "in" | "out";
    type: string;
    text: string;
    status: MessageStatus;
    at: string;
  } | null;
};

export type ViewCounts = {
  mine: number;
  unassigned: number;
  all: number;
  departments: { id: string; name: string; count: number; unassigned: number }[];
};
