import { expect, test } from "vitest";
import { snoozeChoices } from "./snooze-choices";

const now = new Date("2026-11-21T15:00:00Z");

test("the choices say when it would wake, in the member's zone", () => {
  const choices = snoozeChoices(now, "Europe/Berlin", "2026-11-22T14:00:00Z");
  expect(choices.map(({ name, at }) => [name, at?.toISOString() ?? null])).toEqual([
    ["hour", "2026-11-21T16:00:00.000Z"],
    ["hours", "2026-11-21T18:00:00.000Z"],
    ["tomorrow", "2026-11-22T08:00:00.000Z"],
    ["monday", "2026-11-23T08:00:00.000Z"],
    ["reply", null],
    ["window", "2026-11-22T13:00:00.000Z"],
  ]);
});

test.each([null, "2026-11-21T15:30:00Z", "2026-11-20T00:00:00Z"])(
  "with a window until %s there is no waiting for its end",
  (windowClosesAt) => {
    expect(snoozeChoices(now, "UTC", windowClosesAt).map(({ name }) => name)).not.toContain("window");
  },
);
