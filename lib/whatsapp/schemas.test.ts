import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { MessageContent } from "./content";
import { SendContent } from "./schemas";

const repeat = (length: number) => "x".repeat(length);
const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, title: `Row ${at}` }));
const buttons = (...titles: string[]) =>
  titles.map((title) => ({ type: "reply", reply: { id: `id ${title}`, title } }));
const interactive = (type: string, action: object, more: object = {}) => ({
  type: "interactive",
  interactive: { type, body: { text: "Choose" }, action, ...more },
});
const list = (sections: object[], more: object = {}) => interactive("list", { button: "Open", sections }, more);
const link = (url: string) => interactive("cta_url", { name: "cta_url", parameters: { display_text: "Open", url } });
const card = (at: number, kind: "image" | "video" = "image") => ({
  card_index: at,
  type: "cta_url",
  header: { type: kind, [kind]: { id: "1" } },
  action: { name: "cta_url", parameters: { display_text: "Buy", url: "https://shop.example/" } },
});
const flow = (parameters: object) =>
  interactive("flow", { name: "flow", parameters: { flow_message_version: "3", flow_cta: "Start", ...parameters } });

describe("what Meta takes is taken", () => {
  test.each<[string, object]>([
    ["a text of 4,096 characters", { type: "text", text: { body: repeat(4096), preview_url: true } }],
    ["an image by id", { type: "image", image: { id: "1", caption: repeat(1024) } }],
    ["a video by link", { type: "video", video: { link: "https://cdn.example/v.mp4" } }],
    ["a voice note", { type: "audio", audio: { id: "1", voice: true } }],
    ["a document with its name", { type: "document", document: { id: "1", filename: "a.pdf", caption: "c" } }],
    ["a sticker", { type: "sticker", sticker: { id: "1" } }],
    ["a location", { type: "location", location: { latitude: -90, longitude: 180, name: "End" } }],
    ["a contact", { type: "contacts", contacts: [{ name: { formatted_name: "Mei T", first_name: "Mei" } }] }],
    ["a reaction", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "👩🏽‍🚀" } }],
    ["a heart with its variation selector", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "❤️" } }],
    ["a reaction taken back", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "" } }],
    ["three buttons", interactive("button", { buttons: buttons("A", "B", "C") })],
    ["a list of ten rows", list([{ rows: rows(10) }], { body: { text: repeat(4096) } })],
    ["a link button", link("https://shop.example/a?b=c")],
    ["a Flow", flow({ flow_id: "1", flow_action: "navigate", flow_action_payload: { screen: "A", data: { a: 1 } } })],
    ["a request for the location", interactive("location_request_message", { name: "send_location" })],
    ["a request for the phone", interactive("request_contact_info", { name: "request_contact_info" })],
    ["a request to call", interactive("call_permission_request", { name: "call_permission_request" })],
    ["a call button", interactive("voice_call", { name: "voice_call", parameters: { ttl_minutes: 60 } })],
    ["a product", interactive("product", { catalog_id: "1", product_retailer_id: "s" }, { body: undefined })],
    ["a catalogue", interactive("catalog_message", { name: "catalog_message" })],
    ["a carousel", interactive("carousel", { cards: [card(0), card(1)] })],
    [
      "a template",
      {
        type: "template",
        template: {
          name: "order_packed",
          language: { code: "pt_BR" },
          components: [{ type: "body", parameters: [{ type: "text", text: "Mei" }] }],
        },
      },
    ],
  ])("%s", (_name, content) => {
    const parsed: MessageContent = SendContent.parse(content);
    expect(parsed).toEqual(JSON.parse(JSON.stringify(content)));
  });
});

describe("what Meta refuses is refused in words", () => {
  test.each<[string, object]>([
    ["The message is empty.", { type: "text", text: { body: " \n" } }],
    ["The message can have at most 4,096 characters.", { type: "text", text: { body: repeat(4097) } }],
    ["The message should be text.", { type: "text", text: {} }],
    ["The caption can have at most 1,024 characters.", { type: "image", image: { id: "1", caption: repeat(1025) } }],
    ["Give the attachment either as an id or as a link.", { type: "image", image: {} }],
    [
      "Give the attachment either as an id or as a link.",
      { type: "audio", audio: { id: "1", link: "https://cdn.example/a.ogg" } },
    ],
    ["The link should begin with https:// or http://.", { type: "image", image: { link: "file:///etc/passwd" } }],
    ["The link should begin with https:// or http://.", link("javascript:alert(1)")],
    ["The latitude lies between -90 and 90.", { type: "location", location: { latitude: 91, longitude: 0 } }],
    ["Choose at least one contact.", { type: "contacts", contacts: [] }],
    [
      "Give the contact a first name or another part of the name as well.",
      { type: "contacts", contacts: [{ name: { formatted_name: "Mei" } }] },
    ],
    ["A reaction is one emoji.", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "🎉🎉" } }],
    ["A reaction is one emoji.", { type: "reaction", reaction: { message_id: "wamid.A", emoji: "ok" } }],
    ["Add at least one button.", interactive("button", { buttons: [] })],
    ["A message has at most 3 buttons.", interactive("button", { buttons: buttons("A", "B", "C", "D") })],
    ["Two buttons have the same title.", interactive("button", { buttons: buttons("A", "A") })],
    ["The button's title can have at most 20 characters.", interactive("button", { buttons: buttons(repeat(21)) })],
    [
      "The header can have at most 60 characters.",
      interactive("button", { buttons: buttons("A") }, { header: { type: "text", text: repeat(61) } }),
    ],
    ["The footer can have at most 60 characters.", list([{ rows: rows(1) }], { footer: { text: repeat(61) } })],
    [
      "The text can have at most 1,024 characters.",
      interactive("button", { buttons: buttons("A") }, { body: { text: repeat(1025) } }),
    ],
    [
      "A list has at most 10 rows in all.",
      list([
        { title: "A", rows: rows(6) },
        { title: "B", rows: rows(5) },
      ]),
    ],
    [
      "With more than one section, each needs a title.",
      list([{ rows: rows(1) }, { title: "B", rows: [{ id: "z", title: "Z" }] }]),
    ],
    ["Two rows have the same id.", list([{ rows: [...rows(1), ...rows(1)] }])],
    [
      "The row's description can have at most 72 characters.",
      list([{ rows: [{ id: "a", title: "A", description: repeat(73) }] }]),
    ],
    ["Name the Flow either by its id or by its name.", flow({})],
    ["A carousel has at least 2 cards.", interactive("carousel", { cards: [card(0)] })],
    ["All cards need the same kind of header.", interactive("carousel", { cards: [card(0), card(1, "video")] })],
    [
      "A template's name has lower-case letters, digits and underscores only.",
      { type: "template", template: { name: "Order", language: { code: "en" } } },
    ],
    [
      "The language should look like en or en_US.",
      { type: "template", template: { name: "order", language: { code: "en-US" } } },
    ],
  ])("%s", (message, content) => {
    const result = SendContent.safeParse(content);
    expect(result.error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test("a type that only customers send", () => {
    expect(SendContent.safeParse({ type: "order", order: { product_items: [] } }).success).toBe(false);
  });
});

test("keys that are not Meta's do not go out", () => {
  const parsed = SendContent.parse({ type: "text", text: { body: "a", tenantId: "t" }, to: "+44" });
  expect(parsed).toEqual({ type: "text", text: { body: "a" } });
});

test("the contract can be written as JSON Schema", () => {
  expect(() => z.toJSONSchema(SendContent, { io: "input", target: "draft-2020-12" })).not.toThrow();
});
