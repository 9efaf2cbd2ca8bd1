import { expect, test } from "vitest";
import { seenOf } from "@/components/messages/seen";
import type { Message } from "@/lib/messages/types";
import { answeredSince } from "./answered";

function sent(id: string, at: string, more: Partial<Message> = {}): Message {
  const author = { kind: "member", id: "amara", name: "Amara" };
  return { id, at, type: "text", direction: "out", status: "sent", author, ...more } as Message;
}
const later = "2026-03-01T10:00:05.000Z";
const known = sent("known", "2026-03-01T10:00:00.000Z");
const began = seenOf([known]);

test("a colleague's answer since one began to write is found, the latest of them", () => {
  const latest = sent("c", "2026-03-01T10:00:09.000Z");
  const messages = [sent("a", "2026-03-01T09:59:00.000Z"), known, latest, sent("b", later)];
  expect(answeredSince(messages, began, "lena")).toBe(latest);
});

test.each<[string, Partial<Message>]>([
  ["one's own answer", { author: { kind: "member", id: "lena", name: "Lena" } }],
  ["a message of the customer", { direction: "in", author: { kind: "contact", id: null, name: null } }],
  ["a reaction", { type: "reaction" }],
  ["an answer that was taken back", { status: "cancelled" }],
  ["what the software says by itself", { author: { kind: "system", id: null, name: null } }],
])("%s keeps nobody from sending", (_, more) => {
  expect(answeredSince([known, sent("a", later, more)], began, "lena")).toBeNull();
});

test("who has written nothing yet is kept from nothing", () => {
  expect(answeredSince([known, sent("a", later)], null, "lena")).toBeNull();
});

test("an answer of the very moment in which one began is found, whatever the browser's clock says", () => {
  const same = sent("a", known.at);
  expect(answeredSince([known, same], began, "lena")).toBe(same);
});
