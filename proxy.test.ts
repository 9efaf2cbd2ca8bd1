import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { config, proxy } from "./proxy";

const ask = (headers: Record<string, string> = {}) =>
  proxy(new NextRequest("http://127.0.0.1:3901/demo/inbox", { headers: { host: "127.0.0.1:3901", ...headers } }));

it("a page and its rendering get the same policy, with a nonce that is new each time", () => {
  const [one, other] = [ask(), ask()];
  const policy = one.headers.get("content-security-policy");
  expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{32,}' 'strict-dynamic';/);
  expect(one.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
  expect(other.headers.get("content-security-policy")).not.toBe(policy);
});

it("a policy that the visitor sends counts for nothing", () => {
  const answer = ask({ "content-security-policy": "script-src 'nonce-mine'", "x-nonce": "mine" });
  expect(answer.headers.get("x-middleware-request-content-security-policy")).not.toContain("mine");
  expect(answer.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
});

it("sockets are allowed to where the visitor is, not to web's private port", () => {
  const answer = ask({ "x-forwarded-host": "desk.example" });
  expect(answer.headers.get("content-security-policy")).toContain(
    "connect-src 'self' ws://desk.example wss://desk.example;",
  );
});

it.each([
  ["/demo/inbox", true],
  ["/", true],
  ["/sign-in", true],
  ["/apiary", true],
  ["/api/v1/events", false],
  ["/_next/static/chunk.js", false],
  ["/healthz", false],
  ["/icon.svg", false],
])("%s goes through it: %s", (path, expected) => {
  expect(new RegExp(`^${config.matcher}$`).test(path)).toBe(expected);
});
