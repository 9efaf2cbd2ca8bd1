import { expect, test } from "vitest";
import type { Message } from "@/lib/messages/types";
import { chronological, type MessagePage, mergeMessage } from "./merge";

const message = (id: string, minute: number, more: Partial<Message> = {}) =>
  ({ id, at: `2026-03-01T12:${String(minute).padStart(2, "0")}:00.000Z`, status: "received", ...more }) as Message;

const pages: MessagePage[] = [
  { items: [message("d", 40), message("c", 30)], nextCursor: "more" },
  { items: [message("b", 20), message("a", 10)], nextCursor: "even more" },
];
const idsOf = (merged: MessagePage[]) => chronological(merged).map(({ id }) => id);

test("a new message comes last", () => {
  expect(idsOf(mergeMessage(pages, message("e", 50)))).toEqual(["a", "b", "c", "d", "e"]);
});

test("a message that comes late takes its place by its own time", () => {
  expect(idsOf(mergeMessage(pages, message("e", 25)))).toEqual(["a", "b", "e", "c", "d"]);
});

test("a changed message stays where it is", () => {
  const merged = mergeMessage(pages, message("b", 20, { status: "read" }));
  expect(idsOf(merged)).toEqual(["a", "b", "c", "d"]);
  expect(chronological(merged)[1]?.status).toBe("read");
});

test("one that is older than all that is loaded waits for its page", () => {
  expect(idsOf(mergeMessage(pages, message("0", 1)))).toEqual(["a", "b", "c", "d"]);
});

test("an empty thread takes its first message", () => {
  expect(idsOf(mergeMessage([{ items: [], nextCursor: null }], message("a", 1)))).toEqual(["a"]);
});

test("a message that two pages hold is shown once", () => {
  const overlapping = [...pages, { items: [message("a", 10)], nextCursor: null }];
  expect(idsOf(overlapping)).toEqual(["a", "b", "c", "d"]);
});
