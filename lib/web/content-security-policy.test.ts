import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const policy = (options: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) => {
  const text = contentSecurityPolicy({ nonce: "abc", host: "desk.example:8443", development: false, ...options });
  return new Map(text.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]));
};

it("only scripts with the nonce run, and what they load", () => {
  expect(policy().get("script-src")).toEqual(["'nonce-abc'", "'strict-dynamic'"]);
  expect(policy().get("base-uri")).toEqual(["'none'"]);
  expect(policy().get("object-src")).toEqual(["'none'"]);
});

it("eval is for development alone", () => {
  expect(policy({ development: true }).get("script-src")).toContain("'unsafe-eval'");
});

it("sockets go to the host of the page and nowhere else", () => {
  expect(policy().get("connect-src")).toEqual(["'self'", "ws://desk.example:8443", "wss://desk.example:8443"]);
});

it("a host that is none cannot add to the policy", () => {
  expect(policy({ host: "evil.example; script-src *" }).get("connect-src")).toEqual(["'self'"]);
  expect(policy({ host: "a b" }).get("connect-src")).toEqual(["'self'"]);
});

it("no other site may frame a page", () => {
  expect(policy().get("frame-ancestors")).toEqual(["'none'"]);
});
