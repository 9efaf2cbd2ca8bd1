import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priorities } from "@/lib/conversations/types";
import { MINUTE } from "@/lib/time";
import { queueOrder } from "./order";

const AGING = 15 * MINUTE;
const NOW = Date.UTC(2026, 10, 23, 9);

const waiting = fc.record({
  id: fc.uuid(),
  priority: fc.constantFrom(...priorities),
  queuedSinceMs: fc.integer({ min: NOW - 100 * MINUTE, max: NOW }),
  returnedAtMs: fc.option(fc.constant(NOW - MINUTE), { nil: null }),
});
const queue = fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 30 });
const order = queueOrder(NOW, AGING);

describe("the order of a queue", () => {
  test("is total: of any two one is ahead, and who is ahead of whom goes through", () => {
    void fc.assert(
      fc.property(waiting, waiting, waiting, (one, two, three) => {
        expect(Math.sign(order(one, two))).toBe(-Math.sign(order(two, one)) + 0);
        if (one.id !== two.id) expect(order(one, two)).not.toBe(0);
        if (order(one, two) < 0 && order(two, three) < 0) expect(order(one, three)).toBeLessThan(0);
      }),
    );
  });

  test("does not depend on the order in which they come", () => {
    void fc.assert(
      fc.property(queue, fc.infiniteStream(fc.nat()), (list, random) => {
        const keys = new Map(list.map((each) => [each.id, random.next().value ?? 0]));
        const shuffled = list.toSorted((one, other) => (keys.get(one.id) ?? 0) - (keys.get(other.id) ?? 0));
        expect(shuffled.toSorted(order)).toEqual(list.toSorted(order));
      }),
    );
  });

  test("starves nobody: after three steps of waiting no later arrival is ahead, however urgent", () => {
    void fc.assert(
      fc.property(waiting, waiting, fc.integer({ min: 1 }), (early, late, laterMs) => {
        const now = early.queuedSinceMs + 3 * AGING;
        const later = { ...late, returnedAtMs: null, queuedSinceMs: early.queuedSinceMs + laterMs };
        fc.pre(later.id !== early.id);
        expect(queueOrder(now, AGING)(early, later)).toBeLessThan(0);
      }),
    );
  });

  test("within a priority puts first what was given back, then who has waited longest", () => {
    const at = (id: string, minutes: number, returnedAtMs: number | null = null) => ({
      ...{ id, priority: "normal" as const, queuedSinceMs: NOW - minutes * MINUTE, returnedAtMs },
    });
    const list = [at("new", 1), at("old", 9), at("back", 5, NOW), { ...at("urgent", 0), priority: "urgent" as const }];
    expect(list.toSorted(order).map(({ id }) => id)).toEqual(["urgent", "back", "old", "new"]);
  });
});
