import { expect, test } from "vitest";
import { instantOf, localOf, presetsFrom } from "./times";

const berlin = "Europe/Berlin";

test.each([
  ["in winter", "2026-01-15T09:00", "2026-01-15T08:00:00.000Z"],
  ["in summer", "2026-07-15T09:00", "2026-07-15T07:00:00.000Z"],
  ["on the day the clock goes forward", "2026-03-29T09:00", "2026-03-29T07:00:00.000Z"],
  ["on the day it goes back", "2026-10-25T09:00", "2026-10-25T08:00:00.000Z"],
])("nine o'clock %s is nine on that day's clock", (_when, local, instant) => {
  expect(instantOf(local, berlin)?.toISOString()).toBe(instant);
  expect(localOf(new Date(instant), berlin)).toBe(local);
});

test("what is no time is none", () => {
  expect(instantOf("", berlin)).toBeNull();
  expect(instantOf("2026-13-40T99:00", berlin)).toBeNull();
});

const named = (now: string) =>
  presetsFrom(new Date(now), berlin).map(({ name, at }) => `${name} ${localOf(at, berlin)}`);

test("on a Wednesday morning there is the afternoon, tomorrow and Monday", () => {
  expect(named("2026-11-18T08:30:00Z")).toEqual([
    "inAnHour 2026-11-18T10:30",
    "thisAfternoon 2026-11-18T14:00",
    "tomorrowMorning 2026-11-19T09:00",
    "mondayMorning 2026-11-23T09:00",
  ]);
});

test("in the evening the afternoon is over, and on a Sunday tomorrow is Monday", () => {
  expect(named("2026-11-22T18:00:00Z")).toEqual(["inAnHour 2026-11-22T20:00", "tomorrowMorning 2026-11-23T09:00"]);
});

test("on a Monday, Monday is the next one", () => {
  expect(named("2026-11-23T18:00:00Z").at(-1)).toBe("mondayMorning 2026-11-30T09:00");
});
