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

test("what came after a page was rendered is found again, by whichever way and in whatever order it came", () => {
  const trail = createTrail();
  trail.startAt("1.0");
  trail.fromSocket(frames("1.1", "9.1"), "9.1");
  trail.fromRepair(frames("10.1"));
  trail.fromSocket(frames("8.2"), "9.1");
  expect(cursorsOf(trail.after("8.0") ?? [])).toEqual(["9.1", "10.1", "8.2"]);
  expect(trail.after("10.1")).toEqual([]);
});

test("of a page from before what is remembered nothing can be said", () => {
  const trail = createTrail();
  expect(trail.after("1.0")).toBeNull();
  trail.startAt("5.0");
  expect(trail.after("4.9")).toBeNull();
  expect(trail.after("5.0")).toEqual([]);
  trail.leaveOut("7.0");
  expect([trail.after("6.0"), trail.after("7.0")]).toEqual([null, []]);
});

test("the memory for events is bounded, and knows from where", () => {
  const trail = createTrail();
  trail.startAt("0.0");
  trail.fromRepair(frames(...Array.from({ length: 5_000 }, (_, at) => `${at}.0`)));
  expect(trail.after("2998.0")).toBeNull();
  expect(trail.after("2999.0")).toHaveLength(2_000);
  expect(cursorsOf(trail.fromRepair(frames("4999.0", "0.0")))).toEqual(["0.0"]);
});
