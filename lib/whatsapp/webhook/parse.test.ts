import { describe, expect, test } from "vitest";
import type { JsonValue } from "@/lib/whatsapp/types";
import { isValueTooDeep } from "./depth";
import { parseWebhookBody } from "./parse";
import { readWebhook } from "./read";
import { timestampMsOf } from "./timestamp";

const bytes = (text: string) => new TextEncoder().encode(text);

function textBody(message: string): Uint8Array {
  const value = `{"metadata":{"phone_number_id":"106540352242922"},"messages":[${message}]}`;
  return bytes(
    `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":${value}}]}]}`,
  );
}

describe("a body that cannot be read is set aside whole, with its reason", () => {
  test.each([
    ["", "The body is empty."],
    ["{", "The body is not JSON."],
    ["\u00ff\u00fe", "The body is not JSON."],
    ["null", "The body is not an object."],
    ["[]", "The body is not an object."],
    ['"text"', "The body is not an object."],
    ["{}", "The body has no entries."],
    ['{"entry":{}}', "The body has no entries."],
    [`${"[".repeat(200_000)}${"]".repeat(200_000)}`, "The body is nested deeper than 64 levels."],
    [`{"entry":${'{"a":'.repeat(100)}1${"}".repeat(100)}}`, "The body is nested deeper than 64 levels."],
  ])("%.20s", (body, reason) => {
    expect(readWebhook(bytes(body))).toEqual({ items: [], problems: [{ path: "", reason }] });
  });
});

test("brackets inside strings are not depth", () => {
  const message = `{"from":"447946055001","id":"wamid.A","type":"text","text":{"body":"${"[{".repeat(500)}\\"[\\\\"}}`;
  expect(readWebhook(textBody(message)).items).toMatchObject([{ kind: "message" }]);
});

test("a parsed value is checked for depth as well", () => {
  let value: JsonValue = 1;
  for (let level = 0; level < 100_000; level += 1) value = [value];
  expect(isValueTooDeep(value)).toBe(true);
  expect(readWebhook({ entry: value }).items).toEqual([]);
  expect(isValueTooDeep({ a: [{ b: [1, 2] }] })).toBe(false);
});

test("whole numbers past 2^53 keep their digits, others stay numbers", () => {
  const body =
    '{"a":9007199254740993,"b":[-12345678901234567890],"c":1.5,"d":1e400,"e":42,"f":0.1234567890123456,"g":1e3}';
  expect(parseWebhookBody(bytes(body))).toEqual({
    ok: true,
    value: {
      a: "9007199254740993",
      b: ["-12345678901234567890"],
      c: 1.5,
      d: "1e400",
      e: 42,
      f: 0.1234567890123456,
      g: 1000,
    },
  });
});

test("a template id past 2^53 arrives digit by digit", () => {
  const value = '{"event":"APPROVED","message_template_id":17895569081298321,"message_template_name":"a"}';
  const body = `{"entry":[{"id":"1","changes":[{"field":"message_template_status_update","value":${value}}]}]}`;
  expect(readWebhook(bytes(body)).items).toMatchObject([{ kind: "template", templateId: "17895569081298321" }]);
});

test("NUL and broken surrogates become U+FFFD, the original stays in raw, and the item says so", () => {
  const message =
    '{"from":"447946055001","id":"wamid.A","type":"text","text":{"body":"a\\u0000b\\ud800c \\ud83e\\udd8a"}}';
  const [item] = readWebhook(textBody(message)).items;
  expect(item).toMatchObject({
    kind: "message",
    sanitised: true,
    content: { text: { body: "a\uFFFDb\uFFFDc 🦊" } },
    raw: { text: { body: "a\u0000b\uD800c 🦊" } },
  });
  const [plain] = readWebhook(textBody(message.replace("\\u0000", "").replace("\\ud800", ""))).items;
  expect(plain).toMatchObject({ sanitised: false });
});

test("right-to-left and zero-width text is left as it is", () => {
  const body = "\u202Efdp.exe\u200B مرحبا";
  const message = JSON.stringify({ from: "447946055001", id: "wamid.A", type: "text", text: { body } });
  expect(readWebhook(textBody(message)).items).toMatchObject([{ content: { text: { body } }, sanitised: false }]);
});

describe("a timestamp is a time or null", () => {
  test.each([
    ["1788000000", 1_788_000_000_000],
    [1_788_000_000, 1_788_000_000_000],
    ["4102444800", 4_102_444_800_000],
    [1_788_000_000.25, 1_788_000_000_250],
    ["0", null],
    [0, null],
    [-5, null],
    [5e-324, null],
    [1e14, null],
    ["100000000000000", null],
    ["soon", null],
    ["", null],
    [" 1788000000", null],
    ["1e9", null],
    [null, null],
    [true, null],
    [[], null],
    [undefined, null],
  ])("%j is %j", (value, expected) => {
    expect(timestampMsOf(value)).toBe(expected);
  });
});
