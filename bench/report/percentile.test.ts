import { expect, it } from "vitest";
import { median, percentile } from "./percentile";

it("takes a value that was measured, in whatever order they came", () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(values, 50)).toBe(50);
  expect(percentile(values, 95)).toBe(95);
  expect(percentile(values, 99)).toBe(99);
  expect(percentile(values, 100)).toBe(100);
});

it("is the one value of one", () => {
  expect(percentile([7], 99)).toBe(7);
});

it("is not a number when nothing was measured", () => {
  expect(median([])).toBeNaN();
});
