import { expect, test } from "vitest";
import type { MessageContent } from "@/lib/whatsapp/types";
import { sendBody } from "./send-body";

const address = { to: "+447946055001" };
const bodyOf = (content: MessageContent, quotedWamid?: string) =>
  sendBody({ address, content, callbackData: "message-1", quotedWamid });

test("a send names its recipient, carries our id and quotes", () => {
  expect(bodyOf({ type: "text", text: { body: "hello" } }, "wamid.Q")).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "+447946055001",
    context: { message_id: "wamid.Q" },
    biz_opaque_callback_data: "message-1",
    type: "text",
    text: { body: "hello" },
  });
});

test("a BSUID goes into recipient and leaves `to` out", () => {
  const content: MessageContent = { type: "text", text: { body: "hello" } };
  const body = sendBody({ address: { recipient: "GB.1" }, content, callbackData: "message-1" });
  expect(body).toMatchObject({ recipient: "GB.1" });
  expect(body).not.toHaveProperty("to");
});

test("a reaction does not quote", () => {
  const body = bodyOf({ type: "reaction", reaction: { message_id: "wamid.A", emoji: "🎉" } }, "wamid.Q");
  expect(body).not.toHaveProperty("context");
});

test("what we know of a stored medium stays here", () => {
  const stored = { id: "5", mime_type: "image/png", sha256: "x", url: "https://a.example/", filename: "a.png" };
  expect(bodyOf({ type: "image", image: { ...stored, caption: "c" } })).toMatchObject({
    image: { id: "5", caption: "c" },
  });
  expect(bodyOf({ type: "image", image: stored }).image).toEqual({ id: "5" });
  expect(bodyOf({ type: "document", document: stored }).document).toEqual({ id: "5", filename: "a.png" });
  expect(bodyOf({ type: "audio", audio: { ...stored, voice: true } }).audio).toEqual({ id: "5", voice: true });
  expect(bodyOf({ type: "sticker", sticker: { link: "https://a.example/s.webp" } }).sticker).toEqual({
    link: "https://a.example/s.webp",
  });
});

test("what customers alone can send is a bug to send", () => {
  expect(() => bodyOf({ type: "button", button: { text: "Yes" } })).toThrow("cannot be sent");
  expect(() => bodyOf({ type: "unknown", unknown: { type: "scent", raw: {} } })).toThrow("cannot be sent");
});

test("callback data Meta would cut is a bug", () => {
  const content: MessageContent = { type: "text", text: { body: "hello" } };
  expect(() => sendBody({ address, content, callbackData: "x".repeat(513) })).toThrow(RangeError);
});
