import { expect, test } from "vitest";
import { sendAgainHelps } from "./send-again-helps";

const failed = (errorCode: number | null, error: Record<string, unknown> | null = null) =>
  sendAgainHelps({ errorCode, error });

test.each([
  ["the window is closed", 131047],
  ["the customer blocked the number", 130403],
  ["the customer stopped marketing", 131050],
  ["a value does not fit", 131009],
  ["the template is gone", 132001],
])("where %s (%i), the same message is not offered again", (_why, code) => {
  expect(failed(code)).toBe(false);
});

test.each([
  ["Meta had trouble", 131000],
  ["the number was too fast", 130429],
  ["an admin had to act", 131042],
  ["the customer was not on WhatsApp then", 131026],
  ["Meta's code is not known", 999_999],
])("where %s (%i), it is", (_why, code) => {
  expect(failed(code)).toBe(true);
});

test("without an answer from Meta it can be sent again; after our gate said no, only where that passes", () => {
  expect(failed(null)).toBe(true);
  expect(failed(null, { gate: "expired" })).toBe(true);
  expect(failed(null, { gate: "window_closed" })).toBe(false);
  expect(failed(null, { gate: "marketing_consent_withdrawn" })).toBe(false);
});
