import fc from "fast-check";
import { expect, test } from "vitest";
import { channelRate, costMs, pairRate, shareOut, tokensAt } from "./take-tokens";

/** Takes as much as it may, as often as it can, and answers the most that left within any one second. */
function mostInASecond(limit: number, everyMs: number): number {
  const rate = channelRate(limit);
  const left: number[] = [];
  let full = 0;
  for (let now = 0; now < 10_000; now += everyMs) {
    const count = tokensAt(rate, full - now);
    full = Math.max(full, now) + costMs(rate, count);
    for (let each = 0; each < count; each += 1) left.push(now);
  }
  let first = 0;
  return left.reduce((most, at, last) => {
    while ((left[first] ?? 0) <= at - 1_000) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

test.each([
  [80, 1],
  [80, 50],
  [80, 500],
  [20, 7],
  [1, 100],
  [1_000, 5],
])("a number with %i messages a second, served every %i ms, never sends more", (limit, everyMs) => {
  expect(mostInASecond(limit, everyMs)).toBeLessThanOrEqual(limit);
});

test("a busy number uses most of what it may", () => {
  expect(mostInASecond(80, 10)).toBeGreaterThanOrEqual(64);
  expect(mostInASecond(1_000, 10)).toBeGreaterThanOrEqual(750);
});

test("one person gets 45 at once and then one in six seconds", () => {
  expect(tokensAt(pairRate, 0)).toBe(45);
  const drawn = costMs(pairRate, 45);
  expect(tokensAt(pairRate, drawn)).toBe(0);
  expect(tokensAt(pairRate, drawn - 5_999)).toBe(0);
  expect(tokensAt(pairRate, drawn - 6_000)).toBe(1);
});

test("places go round evenly, and none is left while somebody wants it", () => {
  expect(shareOut(10, [100, 100])).toEqual([5, 5]);
  expect(shareOut(10, [2, 100, 0])).toEqual([2, 8, 0]);
  expect(shareOut(2, [5, 5, 5])).toEqual([1, 1, 0]);
  fc.assert(
    fc.property(fc.nat(300), fc.array(fc.nat(100), { maxLength: 20 }), (free, wants) => {
      const shares = shareOut(free, wants);
      const given = shares.reduce((sum, share) => sum + share, 0);
      expect(shares.every((share, at) => share >= 0 && share <= (wants[at] ?? 0))).toBe(true);
      expect(given).toBe(
        Math.min(
          free,
          wants.reduce((sum, want) => sum + want, 0),
        ),
      );
    }),
  );
});
