import { expect, test } from "vitest";
import type { JsonValue, WebhookItem } from "@/lib/whatsapp/types";
import { payloadBytes, payloadNames } from "@/test/payloads/read";
import { describeItems } from "./describe-item";
import { readWebhook } from "./read";
import { walkerTable } from "./walker-table";

test("the table names every fixture", () => {
  expect(Object.keys(walkerTable).sort()).toEqual(payloadNames());
});

test.each(payloadNames())("%s yields what the table says", (name) => {
  const { items, problems } = readWebhook(payloadBytes(name));
  const nothing = `nothing: ${problems.map(({ reason }) => reason).join(" ")}`;
  expect(describeItems(items) || nothing).toBe(walkerTable[name]);
});

test.each(payloadNames())("%s gives the same keys read from bytes, from a value and a second time", (name) => {
  const bytes = payloadBytes(name);
  const keys = keysOf(readWebhook(bytes).items);
  expect(keysOf(readWebhook(JSON.parse(new TextDecoder().decode(bytes))).items)).toEqual(keys);
  expect(keysOf(readWebhook(bytes).items)).toEqual(keys);
});

test.each(payloadNames())("%s: different facts have different keys", (name) => {
  const { items } = readWebhook(payloadBytes(name));
  const distinct = new Set(items.map(({ raw }) => JSON.stringify(raw)));
  expect(new Set(keysOf(items)).size).toBe(distinct.size);
});

test.each(payloadNames())("%s: everything but raw can be stored by PostgreSQL", (name) => {
  for (const { raw: _, ...stored } of readWebhook(payloadBytes(name)).items) {
    const text = JSON.stringify(stored);
    expect(text).not.toContain("\\u0000");
    expect(text).not.toMatch(/\\ud[89a-f]/);
  }
});

test("a message alone, in a batch or beside broken neighbours is the same item", () => {
  const names = ["messages-text-plain", "statuses-failed", "messages-reaction", "user-preferences-stop-bsuid"];
  const alone = names.flatMap((name) => readWebhook(payloadBytes(name)).items);
  const entries = names.flatMap((name) => entriesOf(name));
  const broken: JsonValue[] = [null, 7, "x", [], { id: "1", changes: [null, {}, { field: "messages", value: [] }] }];
  const { items } = readWebhook({ object: "whatsapp_business_account", entry: [...broken, ...entries, ...broken] });
  expect(items.filter(({ kind }) => kind !== "malformed")).toEqual(alone);
  expect(items.filter(({ kind }) => kind === "malformed")).toHaveLength(14);
});

test("one malformed message leaves those around it", () => {
  const items = readMessages([text("wamid.A"), { id: "wamid.B", type: "text" }, null, "x", text("wamid.C"), {}]);
  expect(items.map((item) => (item.kind === "malformed" ? item.reason : item.kind))).toEqual([
    "message",
    "The message has no sender.",
    "The message is not an object.",
    "The message is not an object.",
    "message",
    "The message has no id.",
  ]);
});

test("a list that is no list is set aside, the rest of its value is read", () => {
  const { items } = readWebhook(bodyOf({ messages: "none", statuses: [{ id: "wamid.A", status: "sent" }] }));
  expect(items.map(({ kind }) => kind)).toEqual(["malformed", "status"]);
});

test("an unknown key beside known ones is named and costs nothing", () => {
  const { items, problems } = readWebhook(bodyOf({ messages: [text("wamid.A")], holograms: [{ id: "1" }] }));
  expect(items.map(({ kind }) => kind)).toEqual(["message"]);
  expect(problems).toEqual([{ path: "entry.0.changes.0.value.holograms", reason: "This key is not known." }]);
});

test("an unknown type of message is kept whole", () => {
  const [item] = readMessages([{ from: "447946055001", id: "wamid.A", type: "scent", scent: { id: 1 } }]);
  expect(item).toMatchObject({
    kind: "message",
    content: { type: "unknown", unknown: { type: "scent", raw: { scent: { id: 1 } } } },
  });
});

test("a standby copy does not hide the later direct delivery", () => {
  const direct = readWebhook(bodyOf({ messages: [text("wamid.A")] })).items;
  const copy = readWebhook(bodyOf({ standby: { messages: [text("wamid.A")] } }, "standby")).items;
  expect(copy).toMatchObject([{ standby: true, kind: "message", phoneNumberId: "106540352242922" }]);
  expect(keysOf(copy)).toEqual(keysOf(direct).map((key) => `standby:${key}`));
});

function keysOf(items: WebhookItem[]): string[] {
  return items.map(({ dedupeKey }) => dedupeKey);
}

function entriesOf(name: string): JsonValue[] {
  return JSON.parse(new TextDecoder().decode(payloadBytes(name))).entry;
}

function text(id: string): JsonValue {
  return { from: "447946055001", id, timestamp: "1788000000", type: "text", text: { body: "hello" } };
}

function bodyOf(value: { [key: string]: JsonValue }, field = "messages"): JsonValue {
  const metadata = { display_phone_number: "15550783881", phone_number_id: "106540352242922" };
  const change = { field, value: { messaging_product: "whatsapp", metadata, ...value } };
  return { object: "whatsapp_business_account", entry: [{ id: "102290129340398", changes: [change] }] };
}

function readMessages(messages: JsonValue[]): WebhookItem[] {
  return readWebhook(bodyOf({ messages })).items;
}
