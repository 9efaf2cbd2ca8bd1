import { expect, test } from "vitest";
import { compareCursors, type EventFrame } from "@/lib/events/types";
import { createTrail } from "./trail";

const frames = (...cursors: string[]) =>
  cursors.map((cursor) => ({ cursor, type: "message.received" }) as unknown as EventFrame);
const cursorsOf = (events: EventFrame[]) => events.map(({ cursor }) => cursor);

test("cursors are compared as numbers, not as text", () => {
  expect(compareCursors("9.1", "10.1")).toBeLessThan(0);
  expect(compareCursors("10.9", "10.10")).toBeLessThan(0);
  expect(compareCursors("18446744073709551615.1", "18446744073709551614.9")).toBeGreaterThan(0);
  expect(compareCursors("5.5", "5.5")).toBe(0);
});

test("an event that both sources bring is let through once", () => {
  const trail = createTrail();
  trail.startAt("1.0");
  expect(cursorsOf(trail.fromSocket(frames("1.1", "1.2"), "1.2"))).toEqual(["1.1", "1.2"]);
  expect(cursorsOf(trail.fromRepair(frames("1.1", "1.2", "1.3")))).toEqual(["1.3"]);
});

test("the second part of a batch is let through though its cursors are not later", () => {
  const trail = createTrail();
  trail.startAt("1.0");
  trail.fromSocket(frames("1.1", "1.4"), "1.4");
  expect(cursorsOf(trail.fromSocket(frames("1.2"), "1.4"))).toEqual(["1.2"]);
});

test("a batch counts as whole only when the next one has come", () => {
  const trail = createTrail();
  trail.startAt("1.0");
  trail.fromSocket(frames("1.1"), "1.4");
  expect(trail.whole).toBe("1.0");
  trail.fromSocket([], "1.9");
  expect(trail.whole).toBe("1.4");
});

test("what the socket brings does not hide a gap that is not repaired yet", () => {
  const trail = createTrail();
  trail.startAt("1.0");
  trail.mayMiss();
  trail.fromSocket(frames("5.0"), "5.0");
  trail.fromSocket(frames("6.0"), "6.0");
  expect(trail.whole).toBe("1.0");
  trail.repaired("6.0");
  expect(trail.whole).toBe("6.0");
});

test("an older snapshot does not turn the trail back", () => {
  const trail = createTrail();
  trail.startAt("5.0");
  trail.startAt("3.0");
  expect(trail.whole).toBe("5.0");
});

test("the memory for events is bounded", () => {
  const trail = createTrail();
  trail.fromRepair(frames(...Array.from({ length: 5_000 }, (_, at) => `${at}.0`)));
  expect(cursorsOf(trail.fromRepair(frames("4999.0", "0.0")))).toEqual(["0.0"]);
});
