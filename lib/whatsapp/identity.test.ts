import { expect, test } from "vitest";
import { addressOf, isBsuid, phoneDigits } from "./identity";

test.each([
  ["GB.13491208655302741918", true],
  ["US.ENT.11815799212886844830", true],
  ["IN.a1", true],
  [`US.${"9".repeat(128)}`, true],
  [`US.${"9".repeat(129)}`, false],
  ["US.", false],
  ["us.1349", false],
  ["uUS.1349", false],
  ["USA.1349", false],
  ["US.13-49", false],
  ["US.1349\n", false],
  ["447946055001", false],
  ["", false],
])("%j is a BSUID: %s", (value, expected) => {
  expect(isBsuid(value)).toBe(expected);
});

test.each([
  ["447946055001", "447946055001"],
  ["+44 7946 055-001", "447946055001"],
  ["+1 (650) 555-0829", "16505550829"],
  ["GB.1349", null],
  ["12", null],
  ["44794605500144794605500", null],
  ["4479x", null],
  ["", null],
])("the digits of %j are %j", (written, digits) => {
  expect(phoneDigits(written)).toBe(digits);
});

test("a phone goes into `to` with its plus, whether or not there is a BSUID", () => {
  expect(addressOf({ phone: "447946055001", bsuid: null })).toEqual({ to: "+447946055001" });
  expect(addressOf({ phone: "447946055001", bsuid: "GB.1" })).toEqual({ to: "+447946055001" });
});

test("a BSUID alone goes into `recipient`, never into `to`", () => {
  expect(addressOf({ phone: null, bsuid: "GB.1" })).toEqual({ recipient: "GB.1" });
  expect(addressOf({ phone: "GB.1", bsuid: null })).toBeNull();
});

test("nobody has no address", () => {
  expect(addressOf({ phone: null, bsuid: null })).toBeNull();
  expect(addressOf({ phone: null, bsuid: "not an id" })).toBeNull();
});
