import { expect, test } from "vitest";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { payloadBytes } from "@/test/payloads/read";
import { readWebhook } from "./read";

function only(name: string): WebhookItem {
  const { items } = readWebhook(payloadBytes(name));
  expect(items).toHaveLength(1);
  return items[0] as WebhookItem;
}

function all(name: string): WebhookItem[] {
  return readWebhook(payloadBytes(name)).items;
}

test("contacts are matched by id, whatever their order", () => {
  const senders = all("batch-three-messages-two-senders").map((item) => (item.kind === "message" ? item.from : null));
  expect(new Set(senders.map((from) => `${from?.phone} ${from?.bsuid} ${from?.profileName}`)).size).toBe(2);
  expect(senders[0]).toMatchObject({ phone: senders[2]?.phone, profileName: senders[2]?.profileName });
  expect(senders[1]?.profileName).not.toBe(senders[0]?.profileName);
});

test("a profile name carries the time it was given", () => {
  const item = only("messages-text-plain");
  if (item.kind !== "message") throw new Error(item.kind);
  expect(item.timestampMs).toBeGreaterThan(1_700_000_000_000);
  expect(item.from.profileNameAtMs).toBe(item.timestampMs);
});

test("an old user name with an @ is the same name", () => {
  const item = only("bsuid-status-delivered-no-phone");
  if (item.kind !== "status") throw new Error(item.kind);
  expect(item.recipient.username).toMatch(/^[a-z]/);
  expect(item.recipient.parentBsuid).toMatch(/^GB\./);
});

test("a change of number tells who it was and what is new", () => {
  const item = only("messages-system-number-changed-bsuid");
  if (item.kind !== "system") throw new Error(item.kind);
  expect(item.change).toBe("number_changed");
  expect(item.after.phone).toMatch(/^44/);
  expect(item.after.phone).not.toBe(item.from.phone);
  expect(item.after.bsuid).not.toBe(item.from.bsuid);
  expect(item.after.parentBsuid).not.toBeNull();
});

test("a change of id alone leaves the phone unsaid", () => {
  expect(only("messages-system-user-id-changed")).toMatchObject({
    change: "user_id_changed",
    from: { phone: null },
    after: { phone: null },
  });
});

test("an edit and a deletion name the original, not themselves", () => {
  for (const name of ["messages-edit-image", "messages-revoke"]) {
    const item = only(name);
    if (item.kind !== "edit" && item.kind !== "revoke") throw new Error(item.kind);
    expect(item.originalWamid).toMatch(/^wamid\./);
    expect(item.originalWamid).not.toBe(item.wamid);
  }
  expect(only("messages-edit-image")).toMatchObject({ content: { image: { caption: "A better caption" } } });
});

test.each(["messages-reaction-removed-absent", "messages-reaction-removed-empty"])(
  "%s takes the reaction back",
  (name) => {
    expect(only(name)).toMatchObject({ kind: "reaction", emoji: null });
  },
);

test("a referral and a quoted product come with the message", () => {
  expect(only("messages-text-referral-ad")).toMatchObject({
    referral: { sourceType: "ad", mediaType: "image", welcomeText: "Welcome. Ask us anything about boots." },
  });
  expect(only("messages-text-referral-ref-param")).toMatchObject({ referral: { ref: "autumn-sequence" } });
  expect(only("messages-text-product-inquiry")).toMatchObject({
    context: { product: { catalogId: expect.stringMatching(/\d+/) } },
  });
});

test("forwarding is told apart from quoting", () => {
  expect(only("messages-text-forwarded")).toMatchObject({ context: { forwarded: true, wamid: null } });
  expect(only("messages-text-frequently-forwarded")).toMatchObject({ context: { frequentlyForwarded: true } });
  expect(only("messages-text-reply")).toMatchObject({
    context: { forwarded: false, wamid: expect.stringMatching(/^wamid\./) },
  });
});

test("an expiry comes as a number, however it was written", () => {
  for (const name of [
    "messages-interactive-call-permission-accept",
    "messages-interactive-call-permission-accept-int",
  ]) {
    expect(only(name)).toMatchObject({
      content: { interactive: { call_permission_reply: { expiration_timestamp: expect.any(Number) } } },
    });
  }
});

test("a form's answer is parsed and kept as text", () => {
  expect(only("messages-interactive-nfm-reply-flow")).toMatchObject({
    content: {
      interactive: {
        nfm_reply: { name: "flow", response: { stars: "5" }, response_json: expect.stringMatching(/flow_token/) },
      },
    },
  });
});

test("errors of every age are read", () => {
  const old = only("messages-type-unknown-old");
  expect(old).toMatchObject({
    content: { type: "unsupported", errors: [{ code: 131051, details: expect.stringMatching(/supported/) }] },
  });
  expect(only("statuses-failed-131047-window")).toMatchObject({
    errors: [{ code: 131047, details: expect.stringMatching(/24 hours/) }],
  });
});

test("a status knows its price, its free entry point and our callback data", () => {
  expect(only("statuses-free-entry-point")).toMatchObject({
    pricing: { billable: false, type: "free_entry_point" },
    conversation: { origin: "referral_conversion", expiresAtMs: expect.any(Number) },
  });
  expect(only("statuses-with-tracker")).toMatchObject({ callbackData: "note 17" });
});

test("a group's status is about one of its members", () => {
  const keys = all("statuses-group-aggregated").map((item) => {
    expect(item).toMatchObject({
      groupId: expect.stringMatching(/^group-/),
      recipient: { phone: null },
      participant: { phone: expect.stringMatching(/^44/) },
    });
    return item.dedupeKey;
  });
  expect(new Set(keys).size).toBe(3);
});

test("a missed call is told apart from one that was taken", () => {
  expect(only("calls-terminate-failed-missed")).toMatchObject({ missed: true, direction: "inbound" });
  expect(all("calls-terminate-completed-with-error")[0]).toMatchObject({
    missed: false,
    direction: "outbound",
    durationSeconds: 129,
  });
});

test("the customer of a call is never our own number", () => {
  for (const name of ["calls-terminate-status-array", "calls-terminate-failed-missed", "calls-recording-available"]) {
    const item = all(name)[0];
    if (item?.kind !== "call") throw new Error(name);
    expect(item.who.phone).toMatch(/^44/);
  }
});

test("a hand-over finds its number in the recipient", () => {
  expect(only("handover-control-passed")).toMatchObject({
    phoneNumberId: "106540352242922",
    displayPhoneNumber: "15550783881",
    change: "control_passed",
    newOwnerRole: "escalation",
    summary: expect.stringMatching(/machine/),
  });
});

test("an echo from another responder is unfolded", () => {
  expect(only("standby-echo-real-shape")).toMatchObject({
    standby: true,
    echo: { content: { type: "text", text: { preview_url: true } } },
    callbackData: expect.stringMatching(/originator/),
  });
});

test("an account event names the account it is about", () => {
  const item = only("account-partner-added");
  if (item.kind !== "account") throw new Error(item.kind);
  expect(item.subjectWabaId).toMatch(/^\d+$/);
  expect(item.subjectWabaId).not.toBe(item.wabaId);
  expect(only("account-violation")).toMatchObject({ subjectWabaId: "102290129340398" });
});

test("a field misplaced in the value or the entry is found", () => {
  expect(only("account-partner-app-installed").field).toBe("account_update");
  expect(only("account-partner-app-uninstalled").field).toBe("account_update");
});

test("a template's language has one spelling", () => {
  expect(only("template-status-approved")).toMatchObject({
    language: "en_US",
    templateId: expect.stringMatching(/^\d+$/),
  });
  expect(only("template-status-rejected")).toMatchObject({ language: "en", reason: "INVALID_FORMAT" });
});

test("history tells the two sides apart", () => {
  const directions = all("history-chunk").flatMap((item) =>
    item.kind === "history" && item.entry.part === "message" ? [item.entry.direction] : [],
  );
  expect(directions).toEqual(["outbound", "outbound", "inbound", "outbound"]);
});
