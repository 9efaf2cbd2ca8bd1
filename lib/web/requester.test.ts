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
  ["unknown", false],
])("a request from %s counts as this machine's: %s", (address, expected) => {
  expect(isFromThisMachine(new Headers({ "x-forwarded-for": address, host: "localhost:3000" }))).toBe(expected);
});

it.each([
  ["localhost", true],
  ["LOCALHOST:3000", true],
  ["127.0.0.1:3000", true],
  ["[::1]:3000", true],
  ["rebound.example:3000", false],
  ["localhost.example", false],
  ["127.0.0.1.example", false],
  ["", false],
])("a request of this machine for the host %j counts as that: %s", (host, expected) => {
  const from = { "x-forwarded-for": "127.0.0.1" };
  expect(isFromThisMachine(new Headers({ ...from, host }))).toBe(expected);
  expect(isFromThisMachine(new Headers({ ...from, host, "x-forwarded-host": "desk.example" }))).toBe(false);
});

it("a request that nobody noted the address of is not this machine's", () => {
  expect(isFromThisMachine(new Headers({ host: "localhost" }))).toBe(false);
  expect(requesterOf(new Headers({ "user-agent": "a browser" }))).toEqual({
    address: "unknown",
    language: "en",
    userAgent: "a browser",
  });
});
