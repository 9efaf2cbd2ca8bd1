import { describe, expect, it } from "vitest";
import { checkMessage, type MessageContext } from "./check-message";
import { demoTemplates } from "./demo-templates";
import { GraphError } from "./graph-error";
import { findIn } from "./templates";

const context: MessageContext = {
  senderDigits: "15550783881",
  findMediaType: (id) => ({ "1": "image/jpeg", "2": "application/pdf", "3": "video/mp4" })[id],
  findTemplate: findIn(demoTemplates()),
  isReaction: (wamid) => wamid === "wamid.reaction",
};
const base = { messaging_product: "whatsapp", to: "+16505551234" };

function refusal(body: Record<string, unknown>): { code: number; text: string } {
  try {
    checkMessage(body, context);
  } catch (error) {
    if (error instanceof GraphError) return { code: error.code, text: `${error.message} ${error.details ?? ""}` };
    throw error;
  }
  return { code: 0, text: "accepted" };
}

const text = (body: unknown) => ({ ...base, type: "text", text: { body } });
const buttons = (titles: string[]) => ({
  ...base,
  type: "interactive",
  interactive: {
    type: "button",
    body: { text: "Choose" },
    action: { buttons: titles.map((title, index) => ({ type: "reply", reply: { id: `b${index}`, title } })) },
  },
});
const list = (rows: number, title = "Row") => ({
  ...base,
  type: "interactive",
  interactive: {
    type: "list",
    body: { text: "Choose" },
    action: {
      button: "Open",
      sections: [{ rows: Array.from({ length: rows }, (_, id) => ({ id: `r${id}`, title })) }],
    },
  },
});
const template = (name: string, components?: object[], code = "en_US") => ({
  ...base,
  type: "template",
  template: { name, language: { code }, ...(components ? { components } : {}) },
});
const card = (card_index: number) => ({
  card_index,
  components: [
    { type: "header", parameters: [{ type: "image", image: { link: "https://example.com/a.jpg" } }] },
    { type: "body", parameters: [{ type: "text", text: "49 euros" }] },
    { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "kettle" }] },
  ],
});
const texts = (...values: string[]) => values.map((value) => ({ type: "text", text: value }));

describe("a send which Meta accepts", () => {
  it.each([
    ["text without a type", { ...base, text: { body: "Hi" } }],
    ["a text of 4096 emoji", text("😀".repeat(4096))],
    ["an image by id with a caption", { ...base, type: "image", image: { id: "1", caption: "Photo" } }],
    ["an image by link", { ...base, type: "image", image: { link: "https://example.com/a.jpg" } }],
    ["a document of any uploaded type", { ...base, type: "document", document: { id: "3", filename: "a.bin" } }],
    [
      "a location with numbers as text",
      { ...base, type: "location", location: { latitude: "37.7", longitude: "-122.4" } },
    ],
    ["a contact card", { ...base, type: "contacts", contacts: [{ name: { formatted_name: "T S", first_name: "T" } }] }],
    [
      "a reaction of a composed emoji",
      { ...base, type: "reaction", reaction: { message_id: "wamid.a", emoji: "👩🏽‍🚀" } },
    ],
    ["the removal of a reaction", { ...base, type: "reaction", reaction: { message_id: "wamid.a", emoji: "" } }],
    ["three buttons", buttons(["One", "Two", "Three"])],
    ["a list of ten rows", list(10)],
    ["a template without placeholders", template("hello_world")],
    [
      "a template with each placeholder filled",
      template("order_confirmation", [{ type: "body", parameters: texts("T", "86") }]),
    ],
    [
      "a carousel with all its cards",
      template(
        "new_arrivals",
        [
          { type: "body", parameters: texts("T") },
          { type: "carousel", cards: [card(0), card(1), card(2)] },
        ],
        "en",
      ),
    ],
    [
      "a named template",
      template("order_confirmation_named", [
        {
          type: "body",
          parameters: [
            { type: "text", parameter_name: "first_name", text: "T" },
            { type: "text", parameter_name: "order_number", text: "86" },
          ],
        },
      ]),
    ],
  ])("%s", (_name, body) => {
    expect(refusal(body).text).toBe("accepted");
  });
});

describe("a send which Meta refuses", () => {
  it.each<[string, number, RegExp, Record<string, unknown>]>([
    ["no product", 100, /messaging_product is required/, { to: base.to, text: { body: "Hi" } }],
    ["no recipient", 100, /parameter to is required/, { messaging_product: "whatsapp", text: { body: "Hi" } }],
    ["a recipient that is no number", 131009, /phone number is not valid/, { ...text("Hi"), to: "Testa" }],
    ["a recipient that is no user id", 131009, /valid user id/, { ...text("Hi"), to: undefined, recipient: "us.1" }],
    ["the business itself", 131021, /cannot be sender/, { ...text("Hi"), to: "+1 555-078-3881" }],
    ["an unknown type", 100, /must be one of/, { ...base, type: "poll", poll: {} }],
    ["a type without its object", 131008, /text is missing/, { ...base, type: "text" }],
    ["an empty text", 131009, /Text body must be non-empty/, text("")],
    ["a text of 4097 characters", 100, /at most 4096/, text("a".repeat(4097))],
    [
      "callback data of 513 characters",
      100,
      /at most 512/,
      { ...text("Hi"), biz_opaque_callback_data: "x".repeat(513) },
    ],
    [
      "an unknown media id",
      100,
      /not a valid whatsapp business account media/,
      { ...base, type: "image", image: { id: "9" } },
    ],
    ["a PDF as image", 131009, /cannot be sent as image/, { ...base, type: "image", image: { id: "2" } }],
    [
      "id and link together",
      100,
      /not both/,
      { ...base, type: "image", image: { id: "1", link: "https://example.com" } },
    ],
    [
      "a caption on audio",
      100,
      /Unexpected key "caption"/,
      { ...base, type: "audio", audio: { link: "https://a.b/c", caption: "x" } },
    ],
    ["a latitude of 91", 131009, /latitude/, { ...base, type: "location", location: { latitude: 91, longitude: 0 } }],
    [
      "a card with a full name only",
      131009,
      /name part/,
      { ...base, type: "contacts", contacts: [{ name: { formatted_name: "T" } }] },
    ],
    [
      "two emoji at once",
      131009,
      /one emoji/,
      { ...base, type: "reaction", reaction: { message_id: "wamid.a", emoji: "😀😀" } },
    ],
    [
      "a reaction to a reaction",
      131009,
      /target/,
      { ...base, type: "reaction", reaction: { message_id: "wamid.reaction", emoji: "😀" } },
    ],
    ["four buttons", 131009, /invalid count/, buttons(["1", "2", "3", "4"])],
    ["a button title of 21 characters", 131009, /Button title length invalid/, buttons(["x".repeat(21)])],
    ["equal button titles", 131009, /Duplicated button titles/, buttons(["Yes", "Yes"])],
    ["a list of eleven rows", 131009, /invalid count|Total row count/, list(11)],
    ["a row title of 25 characters", 131009, /Row title length invalid/, list(1, "x".repeat(25))],
    ["an unknown template", 132001, /template name \(nope\) does not exist in en_US/, template("nope")],
    ["a template in another language", 132001, /does not exist in de/, template("hello_world", undefined, "de")],
    [
      "a template without its parameters",
      132000,
      /\(0\) does not match the expected number of params \(2\)/,
      template("order_confirmation"),
    ],
    [
      "a newline in a parameter",
      132018,
      /new-line/,
      template("order_confirmation", [{ type: "body", parameters: texts("a\nb", "1") }]),
    ],
    [
      "a template without its media header",
      132012,
      /expected IMAGE, received UNKNOWN/,
      template("promo", [{ type: "body", parameters: texts("T") }], "en"),
    ],
    ["a rejected template", 132001, /does not exist in en/, template("flash_sale", undefined, "en")],
    [
      "a carousel with a card too few",
      131009,
      /invalid count/,
      template(
        "new_arrivals",
        [
          { type: "body", parameters: texts("T") },
          { type: "carousel", cards: [card(0), card(1)] },
        ],
        "en",
      ),
    ],
    [
      "a card without its picture",
      132012,
      /expected IMAGE/,
      template(
        "new_arrivals",
        [
          { type: "body", parameters: texts("T") },
          { type: "carousel", cards: [card(0), card(1), { card_index: 2, components: card(2).components.slice(1) }] },
        ],
        "en",
      ),
    ],
    ["a paused template", 132015, /paused/, template("winter_offer", undefined, "en")],
    [
      "an authentication template to a user id",
      131062,
      /not supported for this message/,
      {
        ...template("verification_code", [
          { type: "body", parameters: texts("123456") },
          { type: "button", sub_type: "url", index: "0", parameters: texts("123456") },
        ]),
        to: undefined,
        recipient: "US.13491208655302741918",
      },
    ],
  ])("%s", (_name, code, words, body) => {
    const answer = refusal(body);
    expect(answer.text).toMatch(words);
    expect(answer.code).toBe(code);
  });
});

describe("the recipient", () => {
  it("is the phone when phone and user id are given", () => {
    const { recipient } = checkMessage({ ...text("Hi"), recipient: "US.13491208655302741918" }, context);
    expect(recipient).toEqual({ input: "+16505551234", phone: "16505551234" });
  });

  it("is dropped when a user id stands in place of the phone", () => {
    const { recipient } = checkMessage({ ...text("Hi"), to: "US.13491208655302741918" }, context);
    expect(recipient.dropped).toBe(true);
  });
});
