import { expect, test } from "vitest";
import { expectedWait } from "./expected-wait";

test("four waits say nothing about the next one, five do", () => {
  expect(expectedWait([60, 60, 60, 60])).toBeNull();
  expect(expectedWait([60, 60, 60, 60, 60])).toEqual({ fromSeconds: 60, toSeconds: 60 });
});

test("one who waited for hours does not change what the others can expect", () => {
  expect(expectedWait([300, 360, 420, 480, 36_000])).toEqual({ fromSeconds: 360, toSeconds: 480 });
});

test("the order of the waits does not matter", () => {
  expect(expectedWait([500, 100, 400, 200, 300])).toEqual(expectedWait([100, 200, 300, 400, 500]));
});
