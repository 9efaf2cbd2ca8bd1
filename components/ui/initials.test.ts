import { expect, test } from "vitest";
import { initialsOf } from "./initials";

test.each([
  ["Sheena Nelson", "SN"],
  ["Ana María de la Cruz", "AC"],
  ["أحمد الخطيب", "أا"],
  ["李小龙", "李"],
  ["@jo.maker", "@j"],
  ["+1 650 555 1234", "34"],
  ["🙂", "#"],
  ["", "#"],
  ["  priya  ", "P"],
])("the initials of “%s” are “%s”", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
