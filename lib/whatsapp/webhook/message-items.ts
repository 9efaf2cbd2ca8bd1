import type { Identity, MessageContent, MetaError } from "@/lib/whatsapp/types";
import type { ItemBase } from "./item-base";

export type MessageContext = {
  /** The quoted message. */
  wamid: string | null;
  from: string | null;
  forwarded: boolean;
  frequentlyForwarded: boolean;
  product: { catalogId: string | null; productRetailerId: string | null } | null;
};

/** Where a customer came from: a click-to-WhatsApp ad or post. */
export type Referral = {
  sourceUrl: string | null;
  sourceId: string | null;
  sourceType: string | null;
  headline: string | null;
  body: string | null;
  mediaType: string | null;
  imageUrl: string | null;
  videoUrl: string | null;
  thumbnailUrl: string | null;
  clickId: string | null;
  ref: string | null;
  welcomeText: string | null;
};

export type MessageItem = ItemBase & {
  kind: "message";
  wamid: string;
  from: Identity;
  content: MessageContent;
  context: MessageContext | null;
  referral: Referral | null;
  errors: MetaError[];
};

/** `wamid` is the event's own id. */
export type EditItem = ItemBase & {
  kind: "edit";
  wamid: string;
  from: Identity;
  originalWamid: string;
  content: MessageContent;
};

export type RevokeItem = ItemBase & { kind: "revoke"; wamid: string; from: Identity; originalWamid: string };

/** `emoji` is null when the reaction was taken back. */
export type ReactionItem = ItemBase & {
  kind: "reaction";
  wamid: string;
  from: Identity;
  targetWamid: string;
  emoji: string | null;
};

/** `from` is who it was before, `after` what is new; a null in `after` means nothing was said about it. */
export type SystemItem = ItemBase & {
  kind: "system";
  wamid: string;
  change: "number_changed" | "user_id_changed" | "identity_changed" | "other";
  systemType: string | null;
  body: string | null;
  from: Identity;
  after: { phone: string | null; bsuid: string | null; parentBsuid: string | null };
};

export type EchoAction =
  | { action: "message"; content: MessageContent; context: MessageContext | null }
  | { action: "edit"; originalWamid: string; content: MessageContent }
  | { action: "revoke"; originalWamid: string }
  | { action: "reaction"; targetWamid: string; emoji: string | null };

/** Sent from our number, but not by us: the phone app, a companion device, or another responder (`standby`). */
export type EchoItem = ItemBase & {
  kind: "echo";
  wamid: string;
  to: Identity;
  echo: EchoAction;
  callbackData: string | null;
};

export type Pricing = {
  billable: boolean | null;
  model: string | null;
  type: string | null;
  category: string | null;
};

export type StatusItem = ItemBase & {
  kind: "status";
  wamid: string;
  /** An open list: sent, delivered, read, played, failed, and whatever comes. Lower case. */
  status: string;
  /** `payment` for payment statuses, else `message`. */
  statusType: string;
  recipient: Identity;
  /** The one of a group that this status is about. */
  participant: Identity | null;
  errors: MetaError[];
  pricing: Pricing | null;
  conversation: { id: string | null; origin: string | null; expiresAtMs: number | null } | null;
  callbackData: string | null;
};
