import type { TemplateFacts } from "./types";

type Refusal = { code: string; reason: string; nextStep: string };

const another = "Choose another template";

/** Meta's states in which it takes no send, each with what can be done. */
const refusals: Record<string, Refusal> = {
  PENDING: {
    code: "template_pending",
    reason: "WhatsApp is still reviewing this template.",
    nextStep: `${another}, or wait: a review takes minutes, at most a day.`,
  },
  REJECTED: {
    code: "template_rejected",
    reason: "WhatsApp rejected this template.",
    nextStep: `${another}, and correct this one in WhatsApp Manager.`,
  },
  PAUSED: {
    code: "template_paused",
    reason: "WhatsApp paused this template, since people blocked or reported it.",
    nextStep: `${another}. The first pause ends after three hours, the second after six.`,
  },
  DISABLED: {
    code: "template_disabled",
    reason: "WhatsApp disabled this template for good.",
    nextStep: `${another}, or write a new one with other content.`,
  },
  IN_APPEAL: {
    code: "template_in_appeal",
    reason: "This template is being reviewed once more.",
    nextStep: `${another} until WhatsApp has decided.`,
  },
  LIMIT_EXCEEDED: {
    code: "template_limit_exceeded",
    reason: "The account has more templates than WhatsApp allows.",
    nextStep: `${another}, and delete some in WhatsApp Manager.`,
  },
  ARCHIVED: {
    code: "template_archived",
    reason: "WhatsApp archived this template, since it was not used for long.",
    nextStep: `${another}, or take this one out of the archive in WhatsApp Manager.`,
  },
  PENDING_DELETION: {
    code: "template_removed",
    reason: "This template is being deleted.",
    nextStep: `${another}.`,
  },
};

const removed: Refusal = {
  code: "template_removed",
  reason: "This template is not there any more.",
  nextStep: `${another}.`,
};

const unknown: Refusal = {
  code: "template_unknown",
  reason: "This number's account has no such template in this language.",
  nextStep: "Sync the templates and choose one that is approved.",
};

/** Why this template cannot be sent, in words; null when it can. `null` facts: it is not known here. */
export function refusalOfTemplate(facts: TemplateFacts | null): Refusal | null {
  if (facts === null) return unknown;
  if (facts.status === "APPROVED") return null;
  if (facts.status === "REMOVED" || facts.status === "DELETED") return removed;
  return (
    refusals[facts.status] ?? {
      code: "template_not_approved",
      reason: `WhatsApp does not let this template be sent: its state is ${facts.status}.`,
      nextStep: `${another}.`,
    }
  );
}
