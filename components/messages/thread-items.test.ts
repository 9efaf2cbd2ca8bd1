import { expect, test } from "vitest";
import type { TimelineEntry } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import type { Note } from "@/lib/notes/types";
import { dayIn } from "./day-in";
import { firstUnreadId, firstUnseenId, inPieces, threadItems } from "./thread-items";

function message(id: string, at: string, more: Partial<Message> = {}) {
  const author = { kind: "contact", id: null, name: null };
  return { id, at, type: "text", direction: "in", author, clientId: null, status: "received", ...more } as Message;
}

const inBerlin = dayIn("Europe/Berlin");
const a = message("a", "2026-03-01T22:30:00Z");
const b = message("b", "2026-03-01T22:31:00Z");
const c = message("c", "2026-03-01T23:30:00Z");
const kinds = (items: ReturnType<typeof threadItems>) => items.map((item) => item.kind);

test("a day begins at midnight of the member's time zone", () => {
  expect(kinds(threadItems([a, b, c], inBerlin, null))).toEqual(["day", "message", "message", "day", "message"]);
  expect(kinds(threadItems([a, b, c], dayIn("UTC"), null))).toEqual(["day", "message", "message", "message"]);
});

test("messages of one writer that follow closely join", () => {
  const joined = threadItems([a, b, { ...b, id: "x", direction: "out" }], inBerlin, null).map(
    (item) => item.kind === "message" && item.joinsPrevious,
  );
  expect(joined).toEqual([false, false, true, false]);
});

test("the line for what is new stands above the first new message", () => {
  expect(kinds(threadItems([a, b], inBerlin, "b"))).toEqual(["day", "message", "new", "message"]);
});

test("a reaction is no line of its own unless it failed", () => {
  const reaction = message("r", "2026-03-01T22:32:00Z", { type: "reaction", direction: "out", status: "sent" });
  expect(kinds(threadItems([a, reaction], inBerlin, null))).toEqual(["day", "message"]);
  expect(kinds(threadItems([a, { ...reaction, status: "failed" }], inBerlin, null))).toEqual([
    "day",
    "message",
    "message",
  ]);
});

test("unread counts the customer's messages from the end", () => {
  const answer = { ...b, id: "x", direction: "out" as const };
  expect(firstUnreadId([a, b, answer, c], 2)).toBe("b");
  expect(firstUnreadId([a], 0)).toBeNull();
  expect(firstUnreadId([a], 9)).toBeNull();
});

test("a sent message keeps its place when the server has it", () => {
  const [, item] = threadItems([message("server id", a.at, { clientId: "client id" })], inBerlin, null);
  expect(item?.key).toBe("client id");
});

test("a thread is cut into pieces of a bounded size, and what comes later moves no cut", () => {
  const items = Array.from({ length: 1_000 }, () => ({ key: crypto.randomUUID() }));
  const pieces = inPieces(items, 30);
  expect(pieces.flat()).toEqual(items);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(90);
  expect(pieces.length).toBeGreaterThan(15);
  const longer = inPieces([...items, { key: crypto.randomUUID() }], 30);
  expect(longer.slice(0, pieces.length - 1)).toEqual(pieces.slice(0, -1));
});

test("notes and what was done stand where they belong in time, each day under its divider", () => {
  const note = { kind: "note" as const, key: "n", at: "2026-03-01T10:00:30.000Z", note: {} as Note };
  const line = { kind: "line" as const, key: "l", at: "2026-03-02T08:00:00.000Z", entry: {} as TimelineEntry };
  const thread = [message("a", "2026-03-01T10:00:00.000Z"), message("b", "2026-03-01T10:01:00.000Z")];
  const items = threadItems(thread, (at) => at.slice(0, 10), null, [note, line]);
  expect(items.map(({ kind }) => kind)).toEqual(["day", "message", "note", "message", "day", "line"]);
  expect(items.at(3)).toMatchObject({ joinsPrevious: false });
});

test("what is new begins with the first message of the customer after what the member has seen", () => {
  const thread = [
    message("seen", "2026-03-01T10:00:00.000Z"),
    message("ours", "2026-03-01T10:01:00.000Z", { direction: "out" }),
    message("thumb", "2026-03-01T10:02:00.000Z", { type: "reaction" }),
    message("new", "2026-03-01T10:03:00.000Z"),
    message("newer", "2026-03-01T10:04:00.000Z"),
  ];
  expect(firstUnseenId(thread, "2026-03-01T10:00:00.000Z")).toBe("new");
  expect(firstUnseenId(thread, "2026-03-01T10:04:00.000Z")).toBeNull();
});
