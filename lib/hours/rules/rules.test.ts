import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addOpenTime, isOpenAt, nextChange, openTimeBetween } from "@/lib/hours";
import type { HoursException, HoursInterval, OpeningHours } from "@/lib/hours/types";
import { DAY, HOUR, MINUTE } from "@/lib/time";

const intervals = (text: string): HoursInterval[] =>
  text === ""
    ? []
    : text.split(" ").map((each) => {
        const [from = "", to = ""] = each.split("-");
        return { from, to };
      });

/** The same on each weekday; other days by name, exceptions by date. */
function hoursIn(timeZone: string, weekdays: string, others: Record<string, string> = {}): OpeningHours {
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const weekly = days.map((day, at) => intervals(others[day] ?? (at < 5 ? weekdays : "")));
  const exceptions: HoursException[] = Object.entries(others)
    .filter(([key]) => !days.includes(key))
    .map(([date, text]) => ({ date, name: "Other", intervals: intervals(text) }));
  return { timeZone, weekly, exceptions };
}

const office = "09:00-12:30 13:30-18:00";
const berlin = hoursIn("Europe/Berlin", office, { sat: "10:00-14:00", "2026-12-25": "", "2026-12-24": "09:00-12:00" });
const nights = hoursIn("Europe/Berlin", "22:00-06:00");
const holidayAfterNight = hoursIn("Europe/Berlin", "22:00-06:00", { "2026-11-21": "" });
const nightOfHoliday = hoursIn("Europe/Berlin", "", { "2026-11-21": "20:00-04:00", "2026-11-22": "" });
const always = hoursIn("America/New_York", "00:00-24:00", { sat: "00:00-24:00", sun: "00:00-24:00" });
const never = hoursIn("Europe/Berlin", "");
const auckland = hoursIn("Pacific/Auckland", "09:00-17:00");
const tonga = hoursIn("Pacific/Tongatapu", "09:00-17:00");
const onlyOnce = hoursIn("Europe/Berlin", "", { "2027-05-01": "10:00-12:00" });
const sundayNight = hoursIn("Europe/Berlin", "", { sun: "01:00-05:00" });
const inTheLeap = hoursIn("Europe/Berlin", "", { sun: "02:15-04:00" });
const cairo = hoursIn("Africa/Cairo", "", { fri: "00:00-02:00" });

describe("open or closed", () => {
  it.each([
    ["in the morning", berlin, "2026-11-23T08:00:00Z", true],
    ["a minute before", berlin, "2026-11-23T07:59:59Z", false],
    ["at noon break", berlin, "2026-11-23T11:30:00Z", false],
    ["at its end it is closed", berlin, "2026-11-23T17:00:00Z", false],
    ["on Sunday", berlin, "2026-11-22T11:00:00Z", false],
    ["on a holiday", berlin, "2026-12-25T11:00:00Z", false],
    ["on a short day, early", berlin, "2026-12-24T10:59:00Z", true],
    ["on a short day, late", berlin, "2026-12-24T11:00:00Z", false],
    ["in the night to Saturday", nights, "2026-11-21T04:59:00Z", true],
    ["in the night to Monday, which is Sunday's", nights, "2026-11-23T01:00:00Z", false],
    ["before midnight of a holiday", holidayAfterNight, "2026-11-20T22:59:59Z", true],
    ["from midnight of a holiday on", holidayAfterNight, "2026-11-20T23:00:00Z", false],
    [
      "an exception's own night ends at midnight where the next day is one too",
      nightOfHoliday,
      "2026-11-21T23:00:00Z",
      false,
    ],
    ["Monday in Auckland is Sunday in London", auckland, "2026-11-22T20:00:00Z", true],
    ["Saturday in Tonga is Friday in London", tonga, "2026-11-20T20:00:00Z", false],
    ["Monday in Tonga, 13 hours ahead", tonga, "2026-11-22T20:00:00Z", true],
    ["never", never, "2026-11-23T11:00:00Z", false],
    ["always", always, "2026-11-23T05:00:00Z", true],
    ["without hours", null, "2026-11-23T05:00:00Z", true],
  ])("%s", (_, hours, at, expected) => {
    expect(isOpenAt(hours, new Date(at))).toBe(expected);
  });
});

describe("the next change", () => {
  it.each([
    ["the break", berlin, "2026-11-23T08:00:00Z", "closes 2026-11-23T11:30:00.000Z"],
    ["over the weekend", berlin, "2026-11-21T13:00:00Z", "opens 2026-11-23T08:00:00.000Z"],
    ["over a holiday", berlin, "2026-12-24T11:00:00Z", "opens 2026-12-26T09:00:00.000Z"],
    ["over midnight", nights, "2026-11-20T21:30:00Z", "closes 2026-11-21T05:00:00.000Z"],
    ["a night is cut off by a holiday", holidayAfterNight, "2026-11-20T21:30:00Z", "closes 2026-11-20T23:00:00.000Z"],
    ["24:00 is no gap", hoursIn("UTC", "00:00-24:00"), "2026-11-23T12:00:00Z", "closes 2026-11-28T00:00:00.000Z"],
    ["clocks went forward in the weekend", berlin, "2026-03-28T13:00:00Z", "opens 2026-03-30T07:00:00.000Z"],
    ["clocks went back in the weekend", berlin, "2026-10-24T12:00:00Z", "opens 2026-10-26T08:00:00.000Z"],
    ["clocks went forward in the far south", auckland, "2026-09-25T05:00:00Z", "opens 2026-09-27T20:00:00.000Z"],
    ["what begins inside the leap begins with it", inTheLeap, "2026-03-29T00:00:00Z", "opens 2026-03-29T01:00:00.000Z"],
    ["a midnight that is leapt over", cairo, "2026-04-23T12:00:00Z", "opens 2026-04-23T22:00:00.000Z"],
    ["a single day far ahead", onlyOnce, "2026-11-21T12:00:00Z", "opens 2027-05-01T08:00:00.000Z"],
    ["hours that never open", never, "2026-11-21T12:00:00Z", null],
    ["hours that never close", always, "2026-11-21T12:00:00Z", null],
    ["no hours", null, "2026-11-21T12:00:00Z", null],
  ])("%s", (_, hours, at, expected) => {
    const change = nextChange(hours, new Date(at));
    expect(change && `${change.kind} ${change.at.toISOString()}`).toBe(expected);
  });
});

describe("open time between", () => {
  it.each([
    ["a day", berlin, "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", 8 * HOUR],
    ["a week", berlin, "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z", 44 * HOUR],
    ["within one interval", berlin, "2026-11-23T08:10:30Z", "2026-11-23T08:20:00Z", 9.5 * MINUTE],
    ["a night in which clocks go forward", sundayNight, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", 3 * HOUR],
    ["a night in which clocks go back", sundayNight, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", 5 * HOUR],
    [
      "what overlaps counts once",
      hoursIn("UTC", "09:00-12:00 11:00-13:00"),
      "2026-11-23T00:00:00Z",
      "2026-11-24T00:00:00Z",
      4 * HOUR,
    ],
    [
      "a night into an exception ends at its midnight",
      holidayAfterNight,
      "2026-11-20T12:00:00Z",
      "2026-11-21T12:00:00Z",
      2 * HOUR,
    ],
    ["hours that never open", never, "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z", 0],
    ["no hours", null, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", DAY],
    ["backwards is nothing", berlin, "2026-11-24T00:00:00Z", "2026-11-23T00:00:00Z", 0],
  ])("%s", (_, hours, from, to, expected) => {
    expect(openTimeBetween(hours, new Date(from), new Date(to))).toBe(expected);
  });
});

describe("adding open time", () => {
  it.each([
    ["over the break", berlin, "2026-11-23T11:00:00Z", HOUR, "2026-11-23T13:00:00.000Z"],
    ["from closed", berlin, "2026-11-22T11:00:00Z", HOUR, "2026-11-23T09:00:00.000Z"],
    ["over the weekend", berlin, "2026-11-21T12:30:00Z", HOUR, "2026-11-23T08:30:00.000Z"],
    ["to the very end", berlin, "2026-11-21T12:00:00Z", HOUR, "2026-11-21T13:00:00.000Z"],
    ["nothing, while closed", berlin, "2026-11-22T11:00:00Z", 0, "2026-11-22T11:00:00.000Z"],
    ["always open over a change of clocks", always, "2026-03-07T12:00:00Z", 48 * HOUR, "2026-03-09T12:00:00.000Z"],
    ["hours that never open", never, "2026-11-22T11:00:00Z", 1, null],
    ["more than there will ever be", onlyOnce, "2026-11-22T11:00:00Z", 3 * HOUR, null],
    ["no hours", null, "2026-11-22T11:00:00Z", HOUR, "2026-11-22T12:00:00.000Z"],
  ])("%s", (_, hours, from, ms, expected) => {
    expect(addOpenTime(hours, new Date(from), ms)?.toISOString() ?? null).toBe(expected);
  });
});

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});
const day = fc.array(fc.record({ from: time, to: fc.oneof(time, fc.constant("24:00")) }), { maxLength: 3 });
const someHours = fc.record({
  timeZone: fc.constantFrom(
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "Africa/Cairo",
  ),
  weekly: fc.array(day, { minLength: 7, maxLength: 7 }),
  exceptions: fc.array(
    fc.record({
      date: fc
        .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      name: fc.constant("Other"),
      intervals: day,
    }),
    { maxLength: 3 },
  ),
});
const instant = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2026-12-31") }).map((at) => new Date(at));

describe("whatever the hours", () => {
  it("as much time is open until an instant as was added to come there", () => {
    fc.assert(
      fc.property(someHours, instant, fc.integer({ min: 0, max: 60 * HOUR }), (hours, from, ms) => {
        const to = addOpenTime(hours, from, ms);
        if (to === null) expect(openTimeBetween(hours, from, new Date(from.getTime() + 366 * DAY))).toBeLessThan(ms);
        else expect(openTimeBetween(hours, from, to)).toBe(ms);
      }),
    );
  });

  it("the open time of two stretches is that of both together", () => {
    fc.assert(
      fc.property(someHours, fc.tuple(instant, instant, instant), (hours, instants) => {
        const [one, two, three] = instants.toSorted((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date];
        const between = (from: Date, to: Date) => openTimeBetween(hours, from, to);
        expect(between(one, two) + between(two, three)).toBe(between(one, three));
      }),
      { numRuns: 30 },
    );
  });

  it("until the next change nothing changes, and then it does", () => {
    fc.assert(
      fc.property(someHours, instant, (hours, at) => {
        const change = nextChange(hours, at);
        if (!change) return;
        const before = isOpenAt(hours, at);
        expect(before).toBe(change.kind === "closes");
        expect(isOpenAt(hours, new Date(change.at.getTime() - 1))).toBe(before);
        expect(isOpenAt(hours, change.at)).toBe(!before);
      }),
    );
  });
});
