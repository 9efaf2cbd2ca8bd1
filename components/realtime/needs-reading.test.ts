import { expect, test } from "vitest";
import { needsReading } from "./needs-reading";

const idle = { fetchStatus: "idle", isInvalidated: false, status: "success" } as const;

test("once the line is back, what an event made old while it was broken is read", () => {
  expect(needsReading({ ...idle, isInvalidated: true })).toBe(true);
  expect(needsReading({ ...idle, status: "error" })).toBe(true);
});

test("what is as it should be, or is being read, is left alone", () => {
  expect(needsReading(idle)).toBe(false);
  expect(needsReading({ ...idle, fetchStatus: "fetching", isInvalidated: true })).toBe(false);
});
