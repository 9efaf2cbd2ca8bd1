import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone, nextMorning, wallTimeOf } from "./calendar";

describe("nine in the morning", () => {
  it.each([
    ["tomorrow", "2026-11-21T15:00:00Z", "Europe/Berlin", "2026-11-22T08:00:00Z"],
    ["tomorrow", "2026-11-21T23:30:00Z", "Europe/Berlin", "2026-11-23T08:00:00Z"],
    // The night in which clocks go forward has 23 hours, the one in which they go back 25.
    ["tomorrow", "2026-03-28T12:00:00Z", "Europe/Berlin", "2026-03-29T07:00:00Z"],
    ["tomorrow", "2026-10-24T12:00:00Z", "Europe/Berlin", "2026-10-25T08:00:00Z"],
    ["tomorrow", "2026-03-07T17:00:00Z", "America/New_York", "2026-03-08T13:00:00Z"],
    ["tomorrow", "2026-10-31T17:00:00Z", "America/New_York", "2026-11-01T14:00:00Z"],
    // Half an hour of summer time, and a zone whose day is already the next.
    ["tomorrow", "2026-04-04T01:00:00Z", "Australia/Lord_Howe", "2026-04-04T22:30:00Z"],
    ["tomorrow", "2026-11-21T11:00:00Z", "Pacific/Kiritimati", "2026-11-22T19:00:00Z"],
    ["monday", "2026-11-21T15:00:00Z", "Europe/Berlin", "2026-11-23T08:00:00Z"],
    ["monday", "2026-11-23T15:00:00Z", "Europe/Berlin", "2026-11-30T08:00:00Z"],
    ["monday", "2026-03-27T12:00:00Z", "Europe/Berlin", "2026-03-30T07:00:00Z"],
    ["monday", "2026-11-22T23:30:00Z", "Asia/Kolkata", "2026-11-30T03:30:00Z"],
  ] as const)("%s from %s in %s is %s", (which, now, zone, expected) => {
    expect(nextMorning(which, new Date(now), zone)).toEqual(new Date(expected));
  });
});

describe("a time on the wall", () => {
  const at = (text: string) => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
    return { year, month, day, hour, minute };
  };
  it.each([
    ["2026-07-01 14:30", "Europe/Berlin", "2026-07-01T12:30:00Z"],
    // Not there: half an hour after the leap.
    ["2026-03-29 02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    // There twice: the first.
    ["2026-10-25 02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["2026-04-24 00:30", "Africa/Cairo", "2026-04-23T22:30:00Z"],
    ["2026-01-01 00:00", "Asia/Kathmandu", "2025-12-31T18:15:00Z"],
  ])("%s in %s is %s", (wall, zone, expected) => {
    expect(instantOf(at(wall), zone)).toEqual(new Date(expected));
  });

  it("comes back as it went, every hour of a year, but where clocks leap", () => {
    const zone = "America/Santiago";
    for (let hour = 0; hour < 365 * 24; hour += 7) {
      const instant = new Date(Date.UTC(2026, 0, 1, hour));
      const wall = wallTimeOf(instant, zone);
      expect(wallTimeOf(instantOf(wall, zone), zone)).toEqual(wall);
    }
  });
});

it("a zone that is none is told from one", () => {
  expect([isTimeZone("Europe/Lisbon"), isTimeZone("Mars/Olympus"), isTimeZone("")]).toEqual([true, false, false]);
});
