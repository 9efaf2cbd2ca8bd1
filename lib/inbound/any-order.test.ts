import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { readWebhook } from "@/lib/whatsapp";
import type { JsonObject, JsonValue } from "@/lib/whatsapp/types";
import { connectNumbersAround, disconnectNumbers } from "@/test/connect-numbers";
import { makeTenant } from "@/test/factories";
import { payloadBytes, payloadNames } from "@/test/payloads/read";
import { projectionOf } from "@/test/projection";
import { deliver, ingestAll } from "@/test/webhooks";

const startedAt = new Date(Date.now() - 60_000);
const bodies = payloadNames().map((name, at) => {
  const text = Buffer.from(payloadBytes(name)).toString();
  return JSON.parse(/user_changed_/.test(text) ? withOwnCustomers(text, at) : text) as JsonObject;
});
const items = bodies.flatMap((body) => readWebhook(body).items);

const lists = ["messages", "statuses", "message_echoes", "calls", "user_preferences"];

/** An entry with one change that holds one element of one list, if it holds lists. */
const pieces: JsonObject[] = bodies.flatMap((body) => listOf(body.entry).flatMap(piecesOf));

afterEach(disconnectNumbers);

it("our own bodies ten times, in any order and any batches, end as once in the order of time", {
  timeout: 240_000,
}, async () => {
  const inOrder = pieces.map((piece) => [piece]).sort(([one], [other]) => timeOf(one) - timeOf(other));
  const expected = await ingest(inOrder);
  const tenTimes: JsonObject[] = Array.from({ length: 10 }).flatMap(() => pieces);
  const order = fc.shuffledSubarray(
    tenTimes.map((_, at) => at),
    { minLength: tenTimes.length, maxLength: tenTimes.length },
  );
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 60 }), async (places, size) => {
      const shuffled = places.map((at) => tenTimes[at] ?? {});
      const batches = Array.from({ length: Math.ceil(shuffled.length / size) }, (_, at) =>
        shuffled.slice(at * size, (at + 1) * size),
      );
      expect(await ingest(batches)).toEqual(expected);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

async function ingest(batches: JsonObject[][]) {
  await disconnectNumbers();
  const { tenantId, channel } = await makeTenant({ channel: true });
  await connectNumbersAround(tenantId, channel, items);
  for (const [at, entry] of batches.entries()) {
    expect(await deliver(channel, { object: "whatsapp_business_account", entry })).toBe(200);
    if (at % 7 === 0) await ingestAll();
  }
  await ingestAll();
  return projectionOf(tenantId, startedAt);
}

/** Bodies that change who somebody is each tell of somebody else: together they would contradict one another. */
function withOwnCustomers(text: string, at: number): string {
  return text
    .replaceAll(/"447946(\d+)"/g, (_, digits) => `"4479${String(100 + at)}${digits}"`)
    .replaceAll(/"GB\.(ENT\.)?/g, (_, enterprise = "") => `"GB.${enterprise}F${at}x`);
}

function piecesOf(entry: JsonValue): JsonObject[] {
  const around = objectOf(entry);
  return listOf(around.changes).flatMap((change) => {
    const { field = null, value = null } = objectOf(change);
    return valuesOf(value).map((part) => ({ ...around, changes: [{ field, value: part }] }));
  });
}

function valuesOf(value: JsonValue): JsonValue[] {
  const whole = objectOf(value);
  const present = lists.filter((name) => Array.isArray(whole[name]));
  if (present.length === 0) return [value];
  const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => !present.includes(name)));
  const { errors: _errors, conversation_context: _context, ...shared } = rest;
  const parts = present.flatMap((name) => listOf(whole[name]).map((element) => ({ ...shared, [name]: [element] })));
  const [first, ...others] = parts;
  return first ? [{ ...rest, ...first }, ...others] : [value];
}

function timeOf(piece: JsonObject | undefined): number {
  const [item] = readWebhook({ object: "whatsapp_business_account", entry: [piece ?? {}] }).items;
  const timestampMs = item?.timestampMs ?? Infinity;
  return timestampMs > Date.now() ? Number.MAX_SAFE_INTEGER : Math.min(timestampMs, Number.MAX_SAFE_INTEGER);
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
