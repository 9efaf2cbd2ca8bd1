import { expect, test } from "vitest";
import { hoursAndMinutes, windowView } from "./service-window";

const now = new Date("2026-03-01T12:00:00Z");

test("a window that never opened is told from one that closed", () => {
  expect(windowView(null, now)).toEqual({ state: "never" });
  expect(windowView("2026-03-01T11:59:59Z", now)).toMatchObject({ state: "closed" });
});

test("the very moment of closing is closed", () => {
  expect(windowView(now.toISOString(), now).state).toBe("closed");
});

test("the last hours are marked", () => {
  const urgencies = ["2026-03-02T11:00:00Z", "2026-03-01T15:00:00Z", "2026-03-01T12:30:00Z"].map((closesAt) => {
    const view = windowView(closesAt, now);
    return view.state === "open" ? view.urgency : view.state;
  });
  expect(urgencies).toEqual(["calm", "soon", "late"]);
});

test("a free entry point of 72 hours fills the ring and no more", () => {
  expect(windowView("2026-03-04T12:00:00Z", now)).toMatchObject({ share: 1 });
});

test("what is left is rounded down", () => {
  expect(hoursAndMinutes(21 * 3_600_000 + 4 * 60_000 + 59_000)).toEqual({ hours: 21, minutes: 4 });
});
