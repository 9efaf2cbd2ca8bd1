import { expect, test } from "vitest";
import { rank } from "./rank";

test.each([
  ["Assign to me", "assign", true],
  ["Assign to me", "me ass", true],
  ["Go to the inbox", "in", true],
  ["Next conversation", "an", false],
  ["Raúl Serrano", "raul", true],
  ["أحمد حداد", "أحمد", true],
  ["Theme: dark", "dark", true],
  ["Resolve", "resolve x", false],
])("%s is found by “%s”: %s", (words, typed, isFound) => {
  expect(rank([words], typed) > 0).toBe(isFound);
});

test("the beginning of all comes before the beginning of a word, and that before its middle", () => {
  const found = ["Unassigned", "To assign", "Assign"].map((words) => rank([words], "assign"));
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  expect(new Set(found).size).toBe(3);
});
