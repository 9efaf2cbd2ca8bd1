import { expect, it } from "vitest";
import { escapeJson } from "./escape-json";

it("writes non-ASCII as lower-case escapes and slashes with a backslash, without spaces", () => {
  const body = { text: "Olá 👋 — see https://example.com/a?b=c&d=<e>", list: [1, null, true] };
  expect(escapeJson(body)).toBe(
    '{"text":"Ol\\u00e1 \\ud83d\\udc4b \\u2014 see https:\\/\\/example.com\\/a?b=c&d=<e>","list":[1,null,true]}',
  );
});

it("reads back as the same value, lone surrogates and control characters included", () => {
  const body = { text: "\ud83d \u0000 \u2028 \u007f مرحبا \\/ \\u00e1" };
  const escaped = escapeJson(body);
  expect(JSON.parse(escaped)).toEqual(body);
  expect(escaped).toMatch(/^[\x20-\x7f]*$/);
});
