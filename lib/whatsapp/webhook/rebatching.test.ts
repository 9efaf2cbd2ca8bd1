import { expect, test } from "vitest";
import type { JsonObject, JsonValue, WebhookItem } from "@/lib/whatsapp/types";
import { payloadBytes, payloadNames } from "@/test/payloads/read";
import { readWebhook } from "./read";

const bodies = payloadNames()
  .map((name): JsonObject => JSON.parse(new TextDecoder().decode(payloadBytes(name))))
  .filter(({ object }) => object !== "page");

test("facts that come one by one are the facts that came together", () => {
  const together = bodies.flatMap((body) => readWebhook(body).items);
  const apart = bodies.flatMap(split).flatMap((body) => readWebhook(body).items);
  expect(factsOf(apart)).toEqual(factsOf(together));
  expect(factsOf(together).length).toBeGreaterThan(200);
});

test("many bodies in one POST, entries in reverse, are the same facts", () => {
  const entry = bodies.flatMap((body) => listOf(body.entry)).reverse();
  const one = readWebhook({ object: "whatsapp_business_account", entry }).items;
  const each = bodies.flatMap((body) => readWebhook(body).items);
  expect(factsOf(one)).toEqual(factsOf(each));
});

/** One body for each element of each list, with its surroundings; parts that are no list stay together. */
function split(body: JsonObject): JsonValue[] {
  const { entry, ...root } = body;
  return listOf(entry).flatMap((one) => {
    const { changes, ...aroundChanges } = one as JsonObject;
    return listOf(changes).flatMap((change) =>
      splitValue((change as JsonObject).value ?? null).map((value) => ({
        ...root,
        entry: [{ ...aroundChanges, changes: [{ ...(change as JsonObject), value }] }],
      })),
    );
  });
}

const lists = [
  "messages",
  "statuses",
  "message_echoes",
  "calls",
  "user_preferences",
  "groups",
  "state_sync",
  "history",
];

function splitValue(value: JsonValue): JsonValue[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [value];
  const standby = value.standby;
  if (standby !== undefined) return splitValue(standby).map((inner) => ({ ...value, standby: inner }));
  const found = lists.filter((name) => Array.isArray(value[name]));
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !found.includes(name)));
  const around = Object.fromEntries(
    Object.entries(rest).filter(([name]) => name === "metadata" || name === "contacts"),
  );
  const singles = found.flatMap((name) => listOf(value[name]).map((element) => ({ ...around, [name]: [element] })));
  return [...singles, rest];
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function factsOf(items: WebhookItem[]): [string, string][] {
  const facts = new Map(items.map(({ raw: _, ...fact }) => [`${fact.wabaId} ${fact.dedupeKey}`, JSON.stringify(fact)]));
  return [...facts].sort(([one], [other]) => (one < other ? -1 : 1));
}
