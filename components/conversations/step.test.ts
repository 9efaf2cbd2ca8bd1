import { expect, test } from "vitest";
import { stepFrom } from "./step";

const ids = ["a", "b", "c"];

test("from what is open the keyboard goes to its neighbours, and not beyond the ends", () => {
  expect(stepFrom(ids, { id: "b", lastAt: 1 }, 1)).toBe("c");
  expect(stepFrom(ids, { id: "b", lastAt: 1 }, -1)).toBe("a");
  expect(stepFrom(ids, { id: "c", lastAt: 2 }, 1)).toBeUndefined();
  expect(stepFrom(ids, { id: "a", lastAt: 0 }, -1)).toBeUndefined();
});

test("with nothing open it begins at the top", () => {
  expect(stepFrom(ids, { id: null, lastAt: -1 }, 1)).toBe("a");
  expect(stepFrom([], { id: null, lastAt: -1 }, 1)).toBeUndefined();
});

test("what is open and has left the list counts where it was: nothing is skipped and nothing begins anew", () => {
  expect(stepFrom(["a", "c"], { id: "b", lastAt: 1 }, 1)).toBe("c");
  expect(stepFrom(["a", "c"], { id: "b", lastAt: 1 }, -1)).toBe("a");
  expect(stepFrom(["a", "b"], { id: "c", lastAt: 2 }, 1)).toBe("b");
});
