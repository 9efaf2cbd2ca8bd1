import { expect, test } from "vitest";
import { dayOf } from "./day";

test("a day begins at midnight of the asker's clock", () => {
  const { start, end } = dayOf(new Date("2026-03-02T12:30:00Z"), "Pacific/Auckland");
  expect([start.toISOString(), end.toISOString()]).toEqual(["2026-03-02T11:00:00.000Z", "2026-03-03T11:00:00.000Z"]);
});

test("a week ago is the same time of day, also across the change to summer time", () => {
  const { start, lastWeek, lastWeekNow } = dayOf(new Date("2026-03-30T10:00:00Z"), "Europe/Berlin");
  expect(start.toISOString()).toBe("2026-03-29T22:00:00.000Z");
  expect(lastWeek.toISOString()).toBe("2026-03-22T23:00:00.000Z");
  expect(lastWeekNow.toISOString()).toBe("2026-03-23T11:00:00.000Z");
});

test("the day on which clocks change has 23 hours", () => {
  const { start, end } = dayOf(new Date("2026-03-29T12:00:00Z"), "Europe/Berlin");
  expect((end.getTime() - start.getTime()) / 3_600_000).toBe(23);
});
