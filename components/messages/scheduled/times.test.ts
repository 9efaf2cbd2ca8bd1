import { expect, test } from "vitest";
import { wallFieldText } from "@/components/conversations/wall-field";
import { presetsFrom } from "./times";

const berlin = "Europe/Berlin";

const named = (now: string) =>
  presetsFrom(new Date(now), berlin).map(({ name, at }) => `${name} ${wallFieldText(at, berlin)}`);

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
