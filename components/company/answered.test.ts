import { expect, test } from "vitest";
import type { Message } from "@/lib/messages/types";
import { answeredSince } from "./answered";

const began = "2026-03-01T10:00:00.000Z";

function sent(id: string, at: string, more: Partial<Message> = {}): Message {
  const author = { kind: "member", id: "amara", name: "Amara" };
  return { id, at, type: "text", direction: "out", status: "sent", author, ...more } as Message;
}
const later = "2026-03-01T10:00:05.000Z";

test("a colleague's answer since one began to write is found, the latest of them", () => {
  const latest = sent("c", "2026-03-01T10:00:09.000Z");
  const messages = [sent("a", "2026-03-01T09:59:00.000Z"), latest, sent("b", later)];
  expect(answeredSince(messages, began, "lena")).toBe(latest);
});

test.each<[string, Partial<Message>]>([
  ["one's own answer", { author: { kind: "member", id: "lena", name: "Lena" } }],
  ["a message of the customer", { direction: "in", author: { kind: "contact", id: null, name: null } }],
  ["a reaction", { type: "reaction" }],
  ["an answer that was taken back", { status: "cancelled" }],
  ["what the software says by itself", { author: { kind: "system", id: null, name: null } }],
])("%s keeps nobody from sending", (_, more) => {
  expect(answeredSince([sent("a", later, more)], began, "lena")).toBeNull();
});

test("who has written nothing yet is kept from nothing", () => {
  expect(answeredSince([sent("a", later)], null, "lena")).toBeNull();
});
