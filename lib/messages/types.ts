/** Plain types of messages; components read them too. */
import type { ConsentPurpose, ConsentState } from "@/lib/consent/types";
import type { Gist } from "@/lib/whatsapp/types";

export { gistOfStored } from "./gist";

/** One list for database, API and screen. An inbound message is `received`. */
export const messageStatuses = [
  "received",
  "scheduled",
  "queued",
  "sending",
  "retry_wait",
  "ambiguous",
  "accepted",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
  "cancelled",
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** What readers see. That a call is under way lasts a moment and is announced to nobody, so it is still in the queue. */
export function visibleStatus(status: MessageStatus): MessageStatus {
  return status === "sending" ? "queued" : status;
}

export const messageAuthors = ["contact", "member", "api", "responder", "phone_app", "system"] as const;
export type MessageAuthor = (typeof messageAuthors)[number];

/** What sent a message that nobody wrote just then. `again`: somebody sent an earlier one once more. */
export type MessageOrigin =
  | { kind: "macro"; id: string; name: string }
  | { kind: "again"; messageId: string }
  | { kind: "consent_confirmation"; state: ConsentState }
  | { kind: "automation"; by: MessageAutomation; id: string | null; name: string };

/** What the software says by itself: a greeting, a rule's answer, a question about satisfaction, a word on long silence. */
export const messageAutomations = ["greeting", "rule", "survey", "silence"] as const;
export type MessageAutomation = (typeof messageAutomations)[number];

/** What the gate saw when it let a message leave; times as ISO text, null where there was none. */
export type MessageDeparture = {
  at: string;
  windowClosesAt: string | null;
  /** Of the template, as Meta had it then. */
  category: string | null;
  /** Which consent it needed; an answer inside the window needs none. */
  purpose: ConsentPurpose | null;
};

/** What came of a message at Meta: `status` is an open list. */
export type StatusStep = { status: string; at: string; code: number | null };

/**
 * Who or what sent a message of ours, and by which rule it left. `unknown`: from before this was kept, or nobody learned
 * what became of it.
 */
export type MessageWhy = {
  askedAt: string;
  origin:
    | { kind: "direct" }
    | { kind: "macro"; name: string }
    | { kind: "again"; messageId: string }
    | { kind: "consent_confirmation"; state: ConsentState }
    | { kind: "automation"; by: MessageAutomation; name: string };
  gate:
    | { verdict: "waiting" }
    | { verdict: "unknown" }
    | { verdict: "refused"; code: string; reason: string; nextStep: string }
    | { verdict: "passed"; rule: "window"; at: string; windowClosesAt: string | null }
    | {
        verdict: "passed";
        rule: "template";
        at: string;
        category: string | null;
        purpose: ConsentPurpose;
        /** On which entry of the ledger it relied; null for an asker who may not read contacts. */
        consent: { state: ConsentState; source: string; at: string } | null;
      };
};

/** Why a message did not go, in words: made by the decoder from Meta's code, or by the policy gate. */
export type MessageFailure = {
  code: string;
  title: string;
  cause: string;
  turn: string;
  nextStep: string;
  /** Meta's own words, when there are any. */
  details: string | null;
};

export type MessageMedia = {
  id: string;
  /** By which the content names it, where it is a file of ours. */
  uploadId: string | null;
  state: "pending" | "stored" | "failed";
  failure: string | null;
  /** Of which failure these are the words; null of one from before it had a code. */
  failureCode: string | null;
  type: string | null;
  sizeBytes: number | null;
  filename: string | null;
  /** Where the console fetches the bytes; null until they are stored. */
  url: string | null;
};

/** What a message answers; `id` and `conversationId` are null where it is not here. It may stand in an earlier conversation. */
export type Quoted = {
  id: string | null;
  conversationId: string | null;
  wamid: string;
  text: string | null;
  gist: Gist | null;
  direction: "in" | "out" | null;
};

export type Message = {
  id: string;
  conversationId: string;
  direction: "in" | "out";
  author: { kind: MessageAuthor; id: string | null; name: string | null };
  type: string;
  /** Meta's shape: `{ text: { body } }`, `{ image: { id, caption } }`, … */
  content: Record<string, unknown>;
  text: string;
  /** What it is, where it has no words of its own and `text` says that in English. */
  gist: Gist | null;
  status: MessageStatus;
  /** Failed first and delivered later: both are true. */
  deliveredAfterFailure: boolean;
  failure: MessageFailure | null;
  /** Not confirmed in time: an agent may send it again. */
  canSendAgain: boolean;
  at: string;
  acceptedAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
  playedAt: string | null;
  failedAt: string | null;
  editedAt: string | null;
  revokedAt: string | null;
  wamid: string | null;
  clientId: string | null;
  quoted: Quoted | null;
  reactions: { author: "contact" | "us"; emoji: string }[];
  media: MessageMedia[];
  pricing: Record<string, unknown> | null;
  /** When it is to go, or was to go; null for one that was sent at once. */
  scheduledFor: string | null;
  /** Until when it is kept back and can be cancelled; null once that is over. */
  undoUntil: string | null;
};

/** The longest that a message is kept back to be taken back. */
export const mostUndoSeconds = 10;
