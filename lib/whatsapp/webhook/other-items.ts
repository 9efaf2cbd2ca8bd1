import type { Identity, JsonObject, MessageContent, MetaError } from "@/lib/whatsapp/types";
import type { ItemBase } from "./item-base";

export type PreferenceItem = ItemBase & {
  kind: "preference";
  who: Identity;
  category: string | null;
  /** `stop`, `resume`, `signup`, or newer. */
  value: string | null;
  detail: string | null;
  signupId: string | null;
};

export type CallItem = ItemBase & {
  kind: "call";
  callId: string;
  /** connect, terminate, call_created, media_update, call_recording_available, … */
  event: string | null;
  direction: "inbound" | "outbound" | null;
  who: Identity;
  /** COMPLETED or FAILED, upper case. */
  status: string | null;
  /** The customer rang and nobody was connected. */
  missed: boolean;
  startedAtMs: number | null;
  endedAtMs: number | null;
  durationSeconds: number | null;
  callbackData: string | null;
};

export type CallStatusItem = ItemBase & {
  kind: "call_status";
  callId: string;
  status: string;
  recipient: Identity;
  callbackData: string | null;
};

export type HandoverItem = ItemBase & {
  kind: "handover";
  who: Identity;
  change: "control_passed" | "control_taken" | "other";
  previousOwnerRole: string | null;
  newOwnerRole: string | null;
  previousOwnerAppId: string | null;
  newOwnerAppId: string | null;
  metadata: string | null;
  /** Written by a machine: show it as such. */
  summary: string | null;
};

/** A summary by the responder that held the thread before; `who` when the value names one customer only. */
export type ConversationContextItem = ItemBase & {
  kind: "conversation_context";
  who: Identity | null;
  summary: string | null;
};

/** About the change as a whole, with no link to a message. */
export type ErrorsItem = ItemBase & { kind: "errors"; errors: MetaError[] };

export type AccountItem = ItemBase & {
  kind: "account";
  /** The event's or decision's name. */
  event: string | null;
  /** The WABA it is about where `entry.id` is a portfolio, else `wabaId`. */
  subjectWabaId: string | null;
  value: JsonObject;
};

export type TemplateItem = ItemBase & {
  kind: "template";
  change: "status" | "quality" | "category" | "components" | "category_detection";
  templateId: string | null;
  name: string | null;
  /** As the REST edge writes it: `en_US`. */
  language: string | null;
  /** The new status, quality score or category, upper case. */
  event: string | null;
  reason: string | null;
  value: JsonObject;
};

export type PhoneNumberItem = ItemBase & {
  kind: "phone_number";
  change: "quality" | "name" | "username" | "security" | "settings";
  event: string | null;
  value: JsonObject;
};

export type HistoryItem = ItemBase & {
  kind: "history";
  entry:
    | { part: "chunk"; phase: number | null; chunkOrder: number | null; progress: number | null; threads: number }
    | { part: "declined"; errors: MetaError[] }
    | {
        part: "message";
        wamid: string;
        direction: "inbound" | "outbound";
        who: Identity;
        content: MessageContent;
        status: string | null;
      };
};

export type ContactSyncItem = ItemBase & {
  kind: "contact_sync";
  action: string | null;
  who: Identity;
  fullName: string | null;
  firstName: string | null;
};

export type GroupItem = ItemBase & { kind: "group"; event: string | null; value: JsonObject };

export type UserActionItem = ItemBase & { kind: "user_action"; event: string | null; value: JsonObject };

/** Ad conversions (`automatic_events`, `tracking_events`). */
export type ConversionItem = ItemBase & {
  kind: "conversion";
  event: string | null;
  wamid: string | null;
  value: JsonObject;
};

export type FlowItem = ItemBase & { kind: "flow"; event: string | null; flowId: string | null; value: JsonObject };

/** Well formed, but not known to this version. */
export type UnknownItem = ItemBase & { kind: "unknown"; reason: string };

/** Of a known kind, but without what it needs. */
export type MalformedItem = ItemBase & { kind: "malformed"; reason: string };
