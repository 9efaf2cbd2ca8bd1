import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "@/lib/time";
import { askPolicyGate, type GateFacts, type GateMoment, type Intent } from "./policy-gate";

const now = new Date("2026-11-21T12:00:00Z");
const text: Intent = { kind: "free_form" };
const template = (category: string, status = "APPROVED"): Intent => ({
  kind: "template",
  template: { category, status },
});

const fine: GateFacts = {
  channel: { state: "active", hasToken: true },
  conversation: { state: "open", owner: "us" },
  contact: { isBlocked: false, hasAddress: true, hasPhone: true },
  windowOpenedAt: new Date(now.getTime() - HOUR),
  consents: { service: "granted" },
};

const ask = (changed: Partial<GateFacts>, intent: Intent = text, moment: GateMoment = "asking") =>
  askPolicyGate({ ...fine, ...changed }, intent, moment, now)?.code ?? null;

test("an answer inside the window passes", () => {
  expect(ask({})).toBeNull();
  expect(ask({ consents: {} })).toBeNull();
});

test("an answer inside the window passes after STOP, and marketing does not", () => {
  const consents = { service: "granted", marketing: "withdrawn" } as const;
  expect(ask({ consents })).toBeNull();
  expect(ask({ consents }, template("MARKETING"))).toBe("marketing_consent_withdrawn");
});

test("the last minute of the 24 hours is not used", () => {
  const openedBefore = (ms: number) => ({ windowOpenedAt: new Date(now.getTime() - ms) });
  expect(ask(openedBefore(DAY - MINUTE - 1))).toBeNull();
  expect(ask(openedBefore(DAY - MINUTE))).toBe("window_closed");
  expect(ask({ windowOpenedAt: null })).toBe("window_closed");
});

test("a template passes outside the window", () => {
  expect(ask({ windowOpenedAt: null }, template("UTILITY"))).toBeNull();
});

test.each([
  ["MARKETING", "marketing"],
  ["UTILITY", "service"],
  ["AUTHENTICATION", "service"],
  ["SOMETHING_NEW", "marketing"],
] as const)("a template of category %s needs consent to %s messages", (category, purpose) => {
  expect(ask({ consents: {} }, template(category))).toBe(`${purpose}_consent_missing`);
  expect(ask({ consents: { [purpose]: "withdrawn" } }, template(category))).toBe(`${purpose}_consent_withdrawn`);
  expect(ask({ consents: { [purpose]: "granted" } }, template(category))).toBeNull();
});

test("a stopped number refuses new messages and lets those wait that are on their way", () => {
  const channel = { state: "stopped", hasToken: true } as const;
  expect(ask({ channel })).toBe("channel_stopped");
  expect(ask({ channel }, text, "leaving")).toBeNull();
  expect(ask({ channel: { state: "active", hasToken: false } })).toBe("channel_stopped");
});

test("a disconnected number refuses both", () => {
  const channel = { state: "disconnected", hasToken: false } as const;
  expect(ask({ channel })).toBe("channel_disconnected");
  expect(ask({ channel }, text, "leaving")).toBe("channel_disconnected");
});

test("a resolved conversation takes no new message, and its last word still goes out", () => {
  const conversation = { state: "resolved", owner: "us" } as const;
  expect(ask({ conversation })).toBe("conversation_resolved");
  expect(ask({ conversation }, text, "leaving")).toBeNull();
});

test("a thread that another responder owns, a blocked contact and one without an address are refused", () => {
  expect(ask({ conversation: { state: "open", owner: "other" } })).toBe("thread_owned_by_other");
  expect(ask({ contact: { isBlocked: true, hasAddress: true, hasPhone: true } })).toBe("contact_blocked");
  expect(ask({ contact: { isBlocked: false, hasAddress: false, hasPhone: false } })).toBe("contact_has_no_address");
});

test("every refusal says why and what can be done", () => {
  const refusals = [
    askPolicyGate({ ...fine, windowOpenedAt: null }, text, "asking", now),
    askPolicyGate({ ...fine, consents: {} }, template("MARKETING"), "asking", now),
    askPolicyGate({ ...fine, conversation: { state: "resolved", owner: "us" } }, text, "asking", now),
  ];
  for (const refusal of refusals) {
    expect(refusal?.reason).toMatch(/^[A-Z].*\.$/);
    expect(refusal?.nextStep).toMatch(/^[A-Z].*\.$/);
  }
});

const categories = ["MARKETING", "UTILITY", "AUTHENTICATION"] as const;
const consentStates = ["granted", "withdrawn", undefined] as const;
const windows = { open: new Date(now.getTime() - HOUR), closed: new Date(now.getTime() - 2 * DAY), never: null };
const templateStates = {
  APPROVED: null,
  PENDING: "template_pending",
  REJECTED: "template_rejected",
  PAUSED: "template_paused",
  DISABLED: "template_disabled",
  IN_APPEAL: "template_in_appeal",
  PENDING_DELETION: "template_removed",
  REMOVED: "template_removed",
  LIMIT_EXCEEDED: "template_limit_exceeded",
  ARCHIVED: "template_archived",
  SOMETHING_NEW: "template_not_approved",
} as const;

const matrix = categories.flatMap((category) =>
  consentStates.flatMap((consent) =>
    (Object.keys(windows) as (keyof typeof windows)[]).flatMap((window) =>
      Object.entries(templateStates).map(([status, refusal]) => ({ category, consent, window, status, refusal })),
    ),
  ),
);

test.each(matrix)(
  "$category, consent $consent, window $window, template $status: $refusal, else consent decides",
  ({ category, consent, window, status, refusal }) => {
    const purpose = category === "MARKETING" ? "marketing" : "service";
    const other = purpose === "marketing" ? "service" : "marketing";
    const consents = { [other]: "granted", ...(consent ? { [purpose]: consent } : {}) } as GateFacts["consents"];
    const expected = refusal ?? (consent === "granted" ? null : `${purpose}_consent_${consent ?? "missing"}`);
    for (const moment of ["asking", "leaving"] as const) {
      expect(ask({ consents, windowOpenedAt: windows[window] }, template(category, status), moment)).toBe(expected);
    }
  },
);

test("a template that the account does not have is refused, whatever was consented to", () => {
  const consents = { service: "granted", marketing: "granted" } as const;
  expect(ask({ consents }, { kind: "template", template: null })).toBe("template_unknown");
});

test("a code goes to phone numbers only", () => {
  const contact = { isBlocked: false, hasAddress: true, hasPhone: false };
  expect(ask({ contact }, template("AUTHENTICATION"))).toBe("authentication_needs_phone");
  expect(ask({ contact }, template("UTILITY"))).toBeNull();
});
