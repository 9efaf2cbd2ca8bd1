import { expect, test } from "vitest";
import { readWallField, wallFieldText } from "./wall-field";

const berlin = "Europe/Berlin";

test.each([
  ["in winter", "2026-01-15T09:00", "2026-01-15T08:00:00.000Z"],
  ["in summer", "2026-07-15T09:00", "2026-07-15T07:00:00.000Z"],
  ["on the day the clock goes forward", "2026-03-29T09:00", "2026-03-29T07:00:00.000Z"],
  ["on the day it goes back", "2026-10-25T09:00", "2026-10-25T08:00:00.000Z"],
])("nine o'clock %s is nine on that day's clock", (_when, local, instant) => {
  expect(readWallField(local, berlin)?.toISOString()).toBe(instant);
  expect(wallFieldText(new Date(instant), berlin)).toBe(local);
});

test("what is no time is none", () => {
  expect(readWallField("", berlin)).toBeNull();
  expect(readWallField("2026-13-40T99:00", berlin)).toBeNull();
});
