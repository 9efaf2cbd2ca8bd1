import { expect, test } from "vitest";
import type { Message } from "@/lib/messages/types";
import { grouped } from "./media-groups";
import { threadItems } from "./thread-items";

const begin = Date.parse("2026-11-21T10:00:00Z");
let count = 0;

function message(type: string, seconds: number, more: Partial<Message> = {}, inner: Record<string, unknown> = {}) {
  count += 1;
  return {
    id: String(count),
    clientId: null,
    type,
    content: { [type]: inner },
    direction: "in",
    author: { kind: "contact", id: null, name: "Ana" },
    status: "received",
    at: new Date(begin + seconds * 1_000).toISOString(),
    quoted: null,
    reactions: [],
    media: [{ id: `m${count}`, state: "stored", url: "/x", failure: null, type: null, sizeBytes: 1, filename: null }],
    revokedAt: null,
    editedAt: null,
    undoUntil: null,
    ...more,
  } as unknown as Message;
}

/** The sizes of groups, and the types of what stands alone. */
const shapeOf = (messages: Message[], firstNewId: string | null = null) =>
  grouped(threadItems(messages, () => "today", firstNewId))
    .filter(({ kind }) => kind === "group" || kind === "message")
    .map((item) => (item.kind === "group" ? item.messages.length : item.kind === "message" ? item.message.type : ""));

test("pictures and films that come together stand in one bubble", () => {
  expect(shapeOf([message("text", 0), message("image", 1), message("video", 20), message("image", 70)])).toEqual([
    "text",
    3,
  ]);
});

test("one picture is no group", () => {
  expect(shapeOf([message("image", 0), message("text", 1), message("image", 2)])).toEqual(["image", "text", "image"]);
});

test("a minute between two, another author or the line of the new parts them", () => {
  expect(shapeOf([message("image", 0), message("image", 61)])).toEqual(["image", "image"]);
  const ours = { direction: "out", author: { kind: "member", id: "m", name: "Lena" } } as Partial<Message>;
  expect(shapeOf([message("image", 0), message("image", 1, ours)])).toEqual(["image", "image"]);
  const [first, second] = [message("image", 0), message("image", 1)];
  expect(shapeOf([first, second], second.id)).toEqual(["image", "image"]);
});

test.each<[string, Partial<Message>, Record<string, unknown>]>([
  ["with a caption", {}, { caption: "Look" }],
  ["with a reaction", { reactions: [{ author: "us", emoji: "👍" }] }, {}],
  [
    "that answers something",
    { quoted: { id: null, conversationId: null, wamid: "w", text: null, gist: null, direction: null } },
    {},
  ],
  ["that failed", { status: "failed" }, {}],
  ["that was deleted", { revokedAt: "2026-11-21T10:00:00Z" }, {}],
  ["that can still be taken back", { undoUntil: "2026-11-21T10:00:00Z" }, {}],
  ["that is still being fetched", { media: [{ id: "x", state: "pending" }] as Message["media"] }, {}],
])("a picture %s stands alone", (_, more, inner) => {
  expect(shapeOf([message("image", 0), message("image", 1, more, inner), message("image", 2)])).toEqual([
    "image",
    "image",
    "image",
  ]);
});

test("however many come, no group holds more than thirty", () => {
  expect(shapeOf(Array.from({ length: 64 }, (_, at) => message("image", at)))).toEqual([30, 30, 4]);
});
