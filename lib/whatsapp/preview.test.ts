import { expect, test } from "vitest";
import type { MessageContent } from "./content";
import { previewOf } from "./preview";

const cases: [string, MessageContent][] = [
  ["Two lines in one", { type: "text", text: { body: " Two lines\n\tin one " } }],
  ["Message", { type: "text", text: { body: " " } }],
  ["Sunset", { type: "image", image: { caption: "Sunset" } }],
  ["Photo", { type: "image", image: {} }],
  ["Video", { type: "video", video: {} }],
  ["Voice message", { type: "audio", audio: { voice: true } }],
  ["Audio", { type: "audio", audio: { voice: false } }],
  ["invoice.pdf", { type: "document", document: { filename: "invoice.pdf" } }],
  ["Document", { type: "document", document: {} }],
  ["Sticker", { type: "sticker", sticker: {} }],
  ["Cafe Linde", { type: "location", location: { latitude: 1, longitude: 2, name: "Cafe Linde" } }],
  ["Location", { type: "location", location: { latitude: 1, longitude: 2 } }],
  ["Contact: Mei Tanaka", { type: "contacts", contacts: [{ name: { formatted_name: "Mei Tanaka" } }] }],
  ["Contact: +44 7946 055001", { type: "contacts", contacts: [{ phones: [{ phone: "+44 7946 055001" }] }] }],
  ["2 contacts", { type: "contacts", contacts: [{}, {}] }],
  ["Contact", { type: "contacts", contacts: [] }],
  ["Reacted 🎉", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "🎉" } }],
  ["Took a reaction back", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "" } }],
  ["Yes", { type: "button", button: { text: "Yes", payload: "y" } }],
  ["Later", { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "1", title: "Later" } } }],
  ["Noon", { type: "interactive", interactive: { type: "list_reply", list_reply: { id: "1", title: "Noon" } } }],
  [
    "Form answered",
    {
      type: "interactive",
      interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: "{}", response: {} } },
    },
  ],
  [
    "Calls declined",
    {
      type: "interactive",
      interactive: { type: "call_permission_reply", call_permission_reply: { response: "reject" } },
    },
  ],
  [
    "Which day?",
    { type: "interactive", interactive: { type: "button", body: { text: "Which day?" }, action: { buttons: [] } } },
  ],
  ["Interactive message", { type: "interactive", interactive: { type: "product", action: {} } }],
  ["Order", { type: "order", order: { catalog_id: null, product_items: [] } }],
  ["Template order_packed", { type: "template", template: { name: "order_packed", language: { code: "en" } } }],
  ["Notice from WhatsApp", { type: "system", system: { type: null, body: null } }],
  ["Message of a kind WhatsApp does not pass on", { type: "unsupported", unsupported: { type: "poll" }, errors: [] }],
  ["Message of type scent", { type: "unknown", unknown: { type: "scent", raw: {} } }],
  ["Media", { type: "unknown", unknown: { type: "media_placeholder", raw: {} } }],
];

test.each(cases)("%j stands for the message in a list", (expected, content) => {
  expect(previewOf(content)).toBe(expected);
});

test("an order counts its items", () => {
  const item = { product_retailer_id: "a", quantity: 1, item_price: 1, currency: "EUR" };
  const order = (product_items: (typeof item)[]) =>
    previewOf({ type: "order", order: { catalog_id: "1", product_items } });
  expect(order([item])).toBe("Order of one item");
  expect(order([item, item, item])).toBe("Order of 3 items");
});
