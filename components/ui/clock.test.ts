import { expect, test } from "vitest";
import { clockOf } from "./clock";

test.each([
  [0, "0:00"],
  [-5_000, "0:00"],
  [77_000, "1:17"],
  [862_999, "14:22"],
  [3_963_000, "1:06:03"],
])("%i ms stand on the clock as %s", (ms, clock) => expect(clockOf(ms)).toBe(clock));
