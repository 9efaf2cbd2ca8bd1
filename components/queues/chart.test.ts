import { expect, test } from "vitest";
import { lineOf, ticksOf } from "./chart";

test.each([
  [
    [0, 0],
    [0, 1, 2],
  ],
  [[3], [0, 2, 4]],
  [[19], [0, 10, 20]],
  [[140], [0, 75, 150]],
])("a scale for %j is %j, and holds all of it", (values, ticks) => {
  const found = ticksOf(values);
  expect(found.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
  expect(found.every(Number.isInteger)).toBe(true);
  expect(found).toEqual(ticks);
});

test("the line goes through each value, the highest at the top", () => {
  const { line, area } = lineOf([{ waiting: 0 }, { waiting: 4 }, { waiting: 2 }], 4, { width: 100, height: 40 });
  expect(line).toBe("M0 40L50 0L100 20");
  expect(area).toBe("M0 40L50 0L100 20V40H0Z");
});
