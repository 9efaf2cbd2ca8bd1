import { expect, test } from "vitest";
import type { Message } from "@/lib/messages/types";
import { comeSince, seenOf } from "./seen";

const said = (id: string, second: number) => ({ id, at: `2026-03-01T10:00:0${second}.000Z` }) as Message;
const ids = (messages: Message[]) => messages.map(({ id }) => id);

test("each message that comes is new once, also the second of two in one second", () => {
  const before = [said("a", 1), said("b", 2)];
  const both = [...before, said("c", 2), said("d", 2)];
  expect(ids(comeSince(both, seenOf(before)))).toEqual(["c", "d"]);
  expect(comeSince(both, seenOf(both))).toEqual([]);
});

test("one that comes late, with a time before the last one's, is new all the same", () => {
  expect(ids(comeSince([said("a", 1), said("late", 2), said("b", 3)], seenOf([said("a", 1), said("b", 3)])))).toEqual([
    "late",
  ]);
});

test("older messages that are loaded are not new, and before anything is loaded nothing is", () => {
  const before = [said("b", 5)];
  expect(comeSince([said("a", 1), ...before], seenOf(before))).toEqual([]);
  expect(comeSince(before, seenOf([]))).toEqual([]);
});
