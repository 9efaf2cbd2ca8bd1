import { expect, it } from "vitest";
import { makeWamid } from "./wamid";

const record = (wamid: string) => Buffer.from(wamid.replace(/^wamid\./, ""), "base64").toString("latin1");

it("a message id to a phone has the bytes of captured ones, with the phone in clear", () => {
  expect(record(makeWamid("16505551234", "out"))).toMatch(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the record is binary.
    /^\x1c\x18\x0b16505551234\x15\x02\x00\x11\x18\x12[0-9A-F]{18}\x00$/,
  );
});

it("a message id of a customer differs in its marker and has twenty hex digits", () => {
  expect(record(makeWamid("550000001234", "in"))).toMatch(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the record is binary.
    /^\x1c\x18\x0c550000001234\x15\x02\x00\x12\x18\x14[0-9A-F]{20}\x00$/,
  );
});

it("no two message ids are equal", () => {
  const made = Array.from({ length: 1_000 }, () => makeWamid("16505551234", "out"));
  expect(new Set(made).size).toBe(1_000);
});
