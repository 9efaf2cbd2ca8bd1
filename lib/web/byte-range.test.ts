import { expect, test } from "vitest";
import { byteRangeOf } from "./byte-range";

test.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-", { start: 90, end: 99 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=99999999999999999999-", "unsatisfiable"],
  ["bytes=20-10", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["bytes=a-b", null],
  ["items=0-1", null],
  [null, null],
])("%s of 100 bytes", (header, range) => {
  expect(byteRangeOf(header, 100)).toEqual(range);
});

test("an empty file has no range", () => {
  expect(byteRangeOf("bytes=0-", 0)).toBe("unsatisfiable");
  expect(byteRangeOf("bytes=-5", 0)).toBe("unsatisfiable");
});
