import { expect, test } from "vitest";
import { spanBetween, urgencyOf } from "./waiting";

const now = new Date("2026-03-01T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  [0.5, { unit: "now", count: 0 }],
  [14.9, { unit: "minutes", count: 14 }],
  [60, { unit: "hours", count: 1 }],
  [60 * 47, { unit: "days", count: 1 }],
] as const)("%d minutes are told in the largest unit that fits", (minutes, span) => {
  expect(spanBetween(before(minutes), now)).toEqual(span);
});

test("a clock that runs behind ours gives no negative wait", () => {
  expect(spanBetween(before(-5), now)).toEqual({ unit: "now", count: 0 });
});

test("a wait grows from calm over soon to late", () => {
  expect([1, 6, 20].map((minutes) => urgencyOf(before(minutes), now))).toEqual(["calm", "soon", "late"]);
});
