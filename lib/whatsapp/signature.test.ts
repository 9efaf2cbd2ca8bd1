import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSignedBy, signBody } from "./signature";

const secret = "an-app-secret-for-tests-only";
const escaped = Buffer.from('{"text":"caf\\u00e9 \\ud83e\\udd8a","url":"https:\\/\\/shop.example\\/"}');
const plain = Buffer.from(JSON.stringify(JSON.parse(escaped.toString())));

test("a signature is the HMAC-SHA256 of the raw bytes, in lower-case hex", () => {
  expect(signBody("key", Buffer.from("The quick brown fox jumps over the lazy dog"))).toBe(
    "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
  );
  expect(signBody("", new Uint8Array())).toBe(
    "sha256=b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad",
  );
});

test("what was signed verifies, bytes that mean the same do not", () => {
  expect(isSignedBy([secret], escaped, signBody(secret, escaped))).toBe(true);
  expect(isSignedBy([secret], plain, signBody(secret, plain))).toBe(true);
  expect(isSignedBy([secret], plain, signBody(secret, escaped))).toBe(false);
});

test("an empty body has a signature of its own", () => {
  expect(isSignedBy([secret], new Uint8Array(), signBody(secret, new Uint8Array()))).toBe(true);
  expect(isSignedBy([secret], new Uint8Array(), signBody(secret, escaped))).toBe(false);
});

test("while a secret is replaced, both verify and no other", () => {
  const secrets = ["new-secret", "old-secret"];
  expect(isSignedBy(secrets, escaped, signBody("new-secret", escaped))).toBe(true);
  expect(isSignedBy(secrets, escaped, signBody("old-secret", escaped))).toBe(true);
  expect(isSignedBy(secrets, escaped, signBody("foreign-secret", escaped))).toBe(false);
  expect(isSignedBy([], escaped, signBody(secret, escaped))).toBe(false);
  expect(isSignedBy([""], escaped, signBody("", escaped))).toBe(false);
});

test("one changed byte breaks it", () => {
  const changed = Buffer.from(escaped);
  changed[5] = (changed[5] ?? 0) ^ 1;
  expect(isSignedBy([secret], changed, signBody(secret, escaped))).toBe(false);
});

describe("a header of another form is no signature", () => {
  const good = signBody(secret, escaped);
  const hex = good.slice("sha256=".length);
  const sha1 = createHmac("sha1", secret).update(escaped).digest("hex");
  test.each([
    ["missing", undefined],
    ["null", null],
    ["empty", ""],
    ["without its prefix", hex],
    ["with another prefix", `sha512=${hex}`],
    ["SHA-1", `sha1=${sha1}`],
    ["SHA-1 under the name of SHA-256", `sha256=${sha1}`],
    ["truncated", good.slice(0, -1)],
    ["too long", `${good}0`],
    ["with a space before it", ` ${good}`],
    ["with a line break after it", `${good}\n`],
    ["not hexadecimal", `sha256=${"g".repeat(64)}`],
    ["repeated", `${good}, ${good}`],
  ])("%s", (_form, header) => {
    expect(isSignedBy([secret], escaped, header)).toBe(false);
  });
});

test("upper-case digits are the same number", () => {
  const upper = signBody(secret, escaped).toUpperCase().replace("SHA256", "sha256");
  expect(isSignedBy([secret], escaped, upper)).toBe(true);
});
