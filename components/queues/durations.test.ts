import { expect, test } from "vitest";
import { rangeOf } from "./durations";

test.each([
  [20, 70, { unit: "underMinutes", from: 0, to: 2 }],
  [430, 650, { unit: "minutes", from: 7, to: 11 }],
  [30, 200, { unit: "minutes", from: 1, to: 4 }],
  [3_700, 7_300, { unit: "hours", from: 1, to: 3 }],
] as const)("from %i to %i seconds it promises no less", (fromSeconds, toSeconds, range) => {
  expect(rangeOf({ fromSeconds, toSeconds })).toEqual(range);
});
