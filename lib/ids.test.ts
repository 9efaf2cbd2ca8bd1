import { expect, test } from "vitest";
import { isUuid, newId, newSecret } from "./ids";
import { storableJson, storableText, truncate } from "./text";

test("an id is a version 7 UUID, and a later one sorts after an earlier one", () => {
  const [first, second] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
  expect(isUuid(first)).toBe(true);
  expect(first[14]).toBe("7");
  expect(first < second).toBe(true);
});

test("no two secrets are alike, and each is safe in a URL", () => {
  const secrets = new Set(Array.from({ length: 100 }, () => newSecret()));
  expect(secrets.size).toBe(100);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("text that PostgreSQL refuses is replaced, the rest is kept", () => {
  expect(storableText("a\u0000b\ud800c👍🏽")).toBe("a\uFFFDb\uFFFDc👍🏽");
  expect(storableJson({ "k\u0000": ["\u0000", 1, null, { deep: "\udc00" }] })).toEqual({
    "k\uFFFD": ["\uFFFD", 1, null, { deep: "\uFFFD" }],
  });
});

test("a cut text ends between characters", () => {
  expect(truncate("👍👍👍", 2)).toBe("👍…");
  expect(truncate("ab", 2)).toBe("ab");
});
