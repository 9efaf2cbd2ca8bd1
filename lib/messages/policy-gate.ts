import type { ConsentPurpose, ConsentState } from "@/lib/consent/types";
import { isWindowOpen } from "@/lib/conversations";
import { refusalOfTemplate } from "@/lib/templates";
import type { TemplateFacts } from "@/lib/templates/types";

/** What somebody wants to send; null: the number's account has no such template. */
export type Intent = { kind: "free_form" } | { kind: "template"; template: TemplateFacts | null };

/** Everything that decides, fetched by `gate-facts.ts`. */
export type GateFacts = {
  channel: { state: "active" | "stopped" | "disconnected"; hasToken: boolean };
  conversation: { state: string; owner: "us" | "other" };
  contact: { isBlocked: boolean; hasAddress: boolean; hasPhone: boolean };
  /** The earlier of Meta's time and arrival of the customer's last message or call; null: none ever came. */
  windowOpenedAt: Date | null;
  /** The present state of each purpose that was ever recorded. */
  consents: Partial<Record<ConsentPurpose, ConsentState>>;
};

/** `asking`: somebody presses send. `leaving`: it is about to go out; a conversation resolved since then still gets its last word. */
export type GateMoment = "asking" | "leaving";

export type Refusal = { code: string; reason: string; nextStep: string };

type Rule = (facts: GateFacts, intent: Intent, moment: GateMoment, now: Date) => Refusal | null;

/** The one gate for agents, flows, broadcasts and the API: null lets pass, else the first rule that says no. */
export function askPolicyGate(facts: GateFacts, intent: Intent, moment: GateMoment, now: Date): Refusal | null {
  for (const rule of rules) {
    const refusal = rule(facts, intent, moment, now);
    if (refusal) return refusal;
  }
  return null;
}

const channelSends: Rule = ({ channel }, _intent, moment) => {
  if (channel.state === "disconnected") {
    return {
      code: "channel_disconnected",
      reason: "This number is disconnected.",
      nextStep: "Connect it again in the settings, or write from another number.",
    };
  }
  // What waits in the outbox of a stopped channel keeps waiting: it is not claimed.
  if (moment === "asking" && (channel.state === "stopped" || !channel.hasToken)) {
    return {
      code: "channel_stopped",
      reason: "Sending from this number is stopped.",
      nextStep: "Ask an admin to look at the number in the settings.",
    };
  }
  return null;
};

const conversationIsOpen: Rule = ({ conversation }, _intent, moment) =>
  moment === "asking" && conversation.state === "resolved"
    ? { code: "conversation_resolved", reason: "This conversation is resolved.", nextStep: "Reopen it first." }
    : null;

const threadIsOurs: Rule = ({ conversation }) =>
  conversation.owner === "other"
    ? {
        code: "thread_owned_by_other",
        reason: "Another responder answers this thread.",
        nextStep: "Take the thread over first.",
      }
    : null;

const contactIsReachable: Rule = ({ contact }) => {
  if (contact.isBlocked) {
    return { code: "contact_blocked", reason: "This contact is blocked.", nextStep: "Unblock the contact first." };
  }
  if (!contact.hasAddress) {
    return {
      code: "contact_has_no_address",
      reason: "This contact has neither a phone number nor a WhatsApp id.",
      nextStep: "Wait until the customer writes again.",
    };
  }
  return null;
};

const windowIsOpen: Rule = ({ windowOpenedAt }, intent, _moment, now) =>
  intent.kind === "free_form" && !isWindowOpen(windowOpenedAt, now)
    ? {
        code: "window_closed",
        reason: "More than 24 hours have passed since the customer last wrote.",
        nextStep: "Send a template, or wait until the customer writes.",
      }
    : null;

const templateIsSendable: Rule = ({ contact }, intent) => {
  if (intent.kind === "free_form") return null;
  const refusal = refusalOfTemplate(intent.template);
  if (refusal) return refusal;
  return intent.template?.category === "AUTHENTICATION" && !contact.hasPhone
    ? {
        code: "authentication_needs_phone",
        reason: "WhatsApp sends codes to phone numbers only, and this contact's number is not known.",
        nextStep: "Send another template, or ask the customer for the number.",
      }
    : null;
};

/** Answers inside the window need no consent of their own: STOP ends marketing, not the conversation. */
const consentCovers: Rule = ({ consents }, intent) => {
  if (intent.kind === "free_form") return null;
  const purpose = purposeOf(intent.template);
  if (consents[purpose] === "granted") return null;
  if (consents[purpose] === "withdrawn") {
    return {
      code: `${purpose}_consent_withdrawn`,
      reason: `The customer opted out of ${purpose} messages.`,
      nextStep: "Wait until the customer asks for them again, by START for instance. Answers in the window still go.",
    };
  }
  return {
    code: `${purpose}_consent_missing`,
    reason: `The customer has not consented to ${purpose} messages.`,
    nextStep: "Record the consent with its proof in the contact panel, or wait until the customer writes.",
  };
};

/** A category that is not known is judged as the strictest. */
export function purposeOf(template: TemplateFacts | null): ConsentPurpose {
  return template?.category === "UTILITY" || template?.category === "AUTHENTICATION" ? "service" : "marketing";
}

const rules: Rule[] = [
  channelSends,
  conversationIsOpen,
  threadIsOurs,
  contactIsReachable,
  windowIsOpen,
  templateIsSendable,
  consentCovers,
];
