import fc from "fast-check";
import { expect, test } from "vitest";
import { readPhone } from "./read-phone";

test.each([
  ["+1 650 555 1234", null, "16505551234"],
  ["0034 612 34 56 78", null, "34612345678"],
  ["(650) 253-0000", "+1 555-078-3881", "16502530000"],
  ["020 7946 0813", "+44 20 7946 0000", "442079460813"],
  ["+44 20 7946 0813", "+1 555-078-3881", "442079460813"],
])("%j near %j is %s", (text, near, digits) => {
  expect(readPhone(text, near)).toMatchObject({ ok: true, digits });
});

test.each([
  ["", null, "empty"],
  ["call me", null, "letters"],
  ["650 253 0000", null, "country_missing"],
  ["+999 123 4567", null, "country_missing"],
  ["+1 650 25", null, "too_short"],
  ["+1 650 253 0000 000", null, "too_long"],
  ["+1 111 111 1111", null, "invalid"],
])("%j is refused: %s", (text, near, problem) => {
  expect(readPhone(text, near)).toEqual({ ok: false, problem });
});

test("whatever is typed, a number that is taken is E.164 digits", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const reading = readPhone(text, "+16505551234");
      if (reading.ok) expect(reading.digits).toMatch(/^[1-9]\d{6,14}$/);
    }),
  );
});
