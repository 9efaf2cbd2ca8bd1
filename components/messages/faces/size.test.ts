import { expect, test } from "vitest";
import { sizeParts } from "./size";

test.each([
  [0, { value: 0, unit: "B" }],
  [999, { value: 999, unit: "B" }],
  [1_500, { value: 1.5, unit: "kB" }],
  [999_700, { value: 1, unit: "MB" }],
  [5_000_000_000_000, { value: 5_000, unit: "GB" }],
] as const)("%d bytes", (bytes, parts) => {
  expect(sizeParts(bytes)).toEqual(parts);
});
