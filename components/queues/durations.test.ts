import { expect, test } from "vitest";
import { clockOf, rangeOf } from "./durations";

test.each([
  [0, "0:00"],
  [-5_000, "0:00"],
  [77_000, "1:17"],
  [862_999, "14:22"],
  [3_963_000, "1:06:03"],
])("%i ms stand on the clock as %s", (ms, clock) => expect(clockOf(ms)).toBe(clock));

test.each([
  [20, 70, { unit: "underMinutes", from: 0, to: 2 }],
  [430, 650, { unit: "minutes", from: 7, to: 11 }],
  [30, 200, { unit: "minutes", from: 1, to: 4 }],
  [3_700, 7_300, { unit: "hours", from: 1, to: 3 }],
] as const)("from %i to %i seconds it promises no less", (fromSeconds, toSeconds, range) => {
  expect(rangeOf({ fromSeconds, toSeconds })).toEqual(range);
});
