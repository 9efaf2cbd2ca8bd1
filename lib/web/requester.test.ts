import { expect, it } from "vitest";
import { isFromThisMachine, requesterOf } from "./requester";

it.each([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["10.0.0.1", false],
  ["2001:db8::1", false],
  ["127.0.0.1, 203.0.113.9", false],
  ["localhost", false],
])("a request from %s counts as this machine's: %s", (address, expected) => {
  expect(isFromThisMachine(new Headers({ "x-forwarded-for": address }))).toBe(expected);
});

it("a request that nobody noted the address of is not this machine's", () => {
  expect(isFromThisMachine(new Headers())).toBe(false);
  expect(requesterOf(new Headers({ "user-agent": "a browser" }))).toEqual({
    address: "unknown",
    userAgent: "a browser",
  });
});
