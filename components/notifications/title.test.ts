import { expect, test } from "vitest";
import { withCount } from "./title";

test.each([
  ["Inbox · Parley", 3, "(3) Inbox · Parley"],
  ["(3) Inbox · Parley", 4, "(4) Inbox · Parley"],
  ["(99+) Inbox · Parley", 0, "Inbox · Parley"],
  ["Inbox · Parley", 120, "(99+) Inbox · Parley"],
  ["(draft) Flow · Parley", 0, "(draft) Flow · Parley"],
])("%s with %i waiting is %s, however often it is marked", (title, count, marked) => {
  expect(withCount(title, count)).toBe(marked);
  expect(withCount(withCount(title, count), count)).toBe(marked);
});
