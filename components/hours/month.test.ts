import { expect, test } from "vitest";
import { dateAt, monthDays } from "./month";

const night = [{ from: "22:00", to: "06:00" }];
const hours = {
  timeZone: "Europe/Berlin",
  weekly: [[], [], [], [], night, [], []],
  exceptions: [{ date: "2026-11-14", name: "Holiday", intervals: [] }],
};
const dayOf = (date: string) => monthDays(hours, 2026, 10).find((day) => day.date === date);

test("a month shows whole weeks from Monday", () => {
  const days = monthDays(hours, 2026, 10);
  expect([days[0]?.date, days.at(-1)?.date, days.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
  expect(days.filter(({ isInMonth }) => isInMonth)).toHaveLength(30);
});

test("a night is shown on both of its days, and not on a holiday", () => {
  expect(dayOf("2026-11-06")?.open).toEqual([{ from: "22:00", to: "24:00" }]);
  expect(dayOf("2026-11-07")?.open).toEqual([{ from: "00:00", to: "06:00" }]);
  expect(dayOf("2026-11-14")).toMatchObject({ open: [], exception: { name: "Holiday" } });
});

test("today is today where the hours are", () => {
  const at = new Date("2026-11-21T12:00:00Z");
  expect([dateAt(at, "Pacific/Tongatapu"), dateAt(at, "UTC")]).toEqual(["2026-11-22", "2026-11-21"]);
});
