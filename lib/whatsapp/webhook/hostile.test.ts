import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "@/lib/whatsapp/types";
import { payloadBytes, payloadNames } from "@/test/payloads/read";
import { readWebhook } from "./read";

const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;
const names = payloadNames().filter((name) => name !== "batch-forty-statuses" && name !== "hostile-4096-chars");

test("no JSON makes the walker throw", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(readWebhook(value).items.length + readWebhook({ entry: [value] }).items.length).toBeGreaterThan(0);
    }),
  );
});

test("whatever stands in the place of a part of a body, its items stay storable and have keys", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), anyJson, (name, at, replacement) => {
      const body: JsonValue = JSON.parse(new TextDecoder().decode(payloadBytes(name)));
      const { items, problems } = readWebhook(replaced(body, at, replacement));
      for (const item of items) {
        expect(item.dedupeKey).toMatch(/^(standby:)?[a-z_ ]+:/);
        expect(item.timestampMs === null || item.timestampMs > 0).toBe(true);
      }
      expect(items.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

test("random bytes are set aside or read, and never throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { items, problems } = readWebhook(bytes);
      expect(items.length + problems.length).toBeGreaterThan(0);
    }),
  );
});

/** The value with its part number `at`, counted depth first, replaced. */
function replaced(root: JsonValue, at: number, replacement: JsonValue): JsonValue {
  let count = 0;
  const size = sizeOf(root);
  const walk = (value: JsonValue): JsonValue => {
    const isHere = count === at % size;
    count += 1;
    if (isHere) return replacement;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(root);
}

function sizeOf(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + sizeOf(inner), 1);
}
