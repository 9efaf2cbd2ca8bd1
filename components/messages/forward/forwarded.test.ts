import { expect, test } from "vitest";
import type { Message } from "@/lib/messages/types";
import { SendContent } from "@/lib/whatsapp/schemas";
import { forwardedContent } from "./forwarded";

const message = (type: string, content: unknown, more: Partial<Message> = {}) =>
  ({ type, content: { [type]: content }, direction: "in", revokedAt: null, media: [], ...more }) as unknown as Message;

const stored = [{ id: "019a0000-0000-7000-8000-000000000001", state: "stored" }] as Message["media"];

test.each<[string, Message]>([
  ["a text", message("text", { body: "See you at noon" })],
  ["a photo", message("image", { id: "meta-1", caption: "The door", mime_type: "image/jpeg" }, { media: stored })],
  ["a voice note", message("audio", { id: "meta-2", voice: true }, { media: stored })],
  ["a document", message("document", { id: "meta-3", filename: "a.pdf", caption: null }, { media: stored })],
  ["a place", message("location", { latitude: 1, longitude: 2, name: null, url: "https://maps.example" })],
  ["contact cards", message("contacts", [{ name: { formatted_name: "Mei", first_name: "Mei" }, org: null }])],
])("%s is passed on as what can be sent", (_what, forwarded) => {
  expect(SendContent.safeParse(forwardedContent(forwarded)).error).toBeUndefined();
});

test("a file goes by its id here, never by Meta's", () => {
  const photo = message("image", { id: "meta-1" }, { media: stored });
  expect(forwardedContent(photo)).toEqual({ type: "image", image: { id: stored[0]?.id } });
});

test.each<[string, Message]>([
  ["an answer to a button", message("button", { text: "Yes", payload: "y" })],
  ["a template", message("template", { name: "hello" }, { direction: "out" })],
  ["what was deleted", message("text", { body: "x" }, { revokedAt: "2026-01-01T00:00:00Z" })],
  ["a file that is not here", message("image", { id: "meta-1" })],
  ["a tapped button of ours", message("interactive", { type: "button_reply", button_reply: { id: "1", title: "A" } })],
])("%s is not passed on", (_what, kept) => {
  expect(forwardedContent(kept)).toBeNull();
});
