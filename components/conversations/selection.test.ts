import { expect, test } from "vitest";
import { extended, type Selection, toggled } from "./selection";

const shown = ["a", "b", "c", "d"];
const none: Selection = { ids: [], anchor: null };

test("a second time takes it off again", () => {
  expect(toggled(toggled(none, "b"), "b").ids).toEqual([]);
});

test.each([
  ["b", "d", ["b", "c", "d"]],
  ["d", "b", ["d", "b", "c"]],
])("from %s to %s everything between is selected", (from, to, ids) => {
  expect(extended(toggled(none, from), shown, to).ids).toEqual(ids);
});

test("it goes on from where it began, and keeps what was selected before", () => {
  const first = toggled(none, "a");
  const again = extended(extended(toggled(first, "c"), shown, "d"), shown, "b");
  expect(again.ids.toSorted()).toEqual(shown);
  expect(again.anchor).toBe("c");
});

test("without a beginning it is the one alone, and what is not in the list is not selected", () => {
  expect(extended(none, shown, "c").ids).toEqual(["c"]);
  expect(extended(none, shown, "x").ids).toEqual([]);
});
