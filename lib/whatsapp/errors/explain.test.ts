import { describe, expect, test } from "vitest";
import { accessErrors } from "./access";
import { accountErrors } from "./account";
import { deliveryErrors } from "./delivery";
import { expand, explain, knownErrorCodes } from "./explain";
import { featureErrors } from "./feature";
import { messageErrors } from "./message";
import { numberErrors } from "./number";
import { paceErrors } from "./pace";
import { templateErrors } from "./template";

const documented = [
  0, 1, 2, 3, 4, 10, 33, 100, 104, 190, 200, 250, 299, 368, 613, 803, 80007, 130403, 130429, 130472, 130497, 131000,
  131005, 131008, 131009, 131016, 131020, 131021, 131026, 131030, 131031, 131035, 131036, 131037, 131041, 131042,
  131044, 131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055, 131056, 131057, 131059, 131060,
  131061, 131062, 131063, 131064, 131065, 131070, 131201, 131215, 132000, 132001, 132005, 132007, 132008, 132012,
  132015, 132016, 132018, 132068, 132069, 133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 133016,
  134011, 134100, 134101, 134102, 135000, 136024, 137000, 138000, 138013, 138018, 138038, 139000, 139004, 139100,
  139101, 139102, 139103, 147001, 147005, 200005, 200006, 200007, 1752041, 2388001, 2388012, 2388019, 2388039, 2388040,
  2388047, 2388072, 2388073, 2388091, 2388093, 2388103, 2388293, 2388299, 2494100, 2494164, 2494168, 2494176, 2494177,
  2494179, 2494191, 2593079, 2593085, 2593107, 2593108, 2593109,
];

test.each(documented)("code %i is explained with a cause, a turn and a next step", (code) => {
  const { isKnown, title, cause, nextStep, turn } = explain(code);
  expect(isKnown).toBe(true);
  expect(title).toMatch(/^[A-Z].{9,69}[^.]$/);
  expect(cause).toMatch(/^[A-Z].{20,}\.$/);
  expect(nextStep).toMatch(/^[A-Z][^!]{10,}\.$/);
  expect(turn).not.toBe("");
});

test("no code stands in two places of the table", () => {
  const all = [
    ...accessErrors,
    ...paceErrors,
    ...deliveryErrors,
    ...messageErrors,
    ...accountErrors,
    ...numberErrors,
    ...templateErrors,
    ...featureErrors,
  ].flatMap(({ codes }) => expand(codes));
  expect(new Set(all).size).toBe(all.length);
  expect(knownErrorCodes()).toHaveLength(all.length);
});

test("what must wait or slow down says for how long", () => {
  const waiting = knownErrorCodes()
    .map((code) => explain(code))
    .filter(({ retryClass, code }) => (retryClass === "wait" || retryClass === "rate") && code !== 131070);
  expect(waiting.length).toBeGreaterThan(8);
  for (const { waitMs, code } of waiting) expect(waitMs, String(code)).toBeGreaterThan(0);
});

describe("what a code does to the queue", () => {
  test.each([
    [190, "config", "channel"],
    [131026, "permanent", "recipient"],
    [131047, "input", "conversation"],
    [131049, "wait", "recipient"],
    [131056, "rate", "conversation"],
    [130429, "rate", "channel"],
    [132015, "config", "template"],
    [131016, "transient", "message"],
    [131052, "none", "message"],
  ])("%i is %s for the %s", (code, retryClass, scope) => {
    expect(explain(code)).toMatchObject({ retryClass, scope });
  });
});

test("a code that is not known still tells what to do, with Meta's own words", () => {
  expect(explain(999_999, "The moon is full.")).toMatchObject({
    code: 999_999,
    isKnown: false,
    retryClass: "input",
    details: "The moon is full.",
  });
});

test("no answer at all is explained as well", () => {
  expect(explain(null)).toMatchObject({ code: null, retryClass: "transient", title: "WhatsApp could not be reached" });
});
