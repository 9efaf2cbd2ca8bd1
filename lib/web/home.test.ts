import { expect, it } from "vitest";
import { localPath } from "./home";

it.each([
  ["/demo/inbox?view=mine#top", "/demo/inbox?view=mine#top"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/a/..//evil.example/x", "/"],
  ["/a/..\\/evil.example/x", "/"],
  ["/%2e//evil.example", "/"],
  ["/a/%2E%2e/\\evil.example", "/"],
  ["/demo//inbox", "/demo//inbox"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("after the sign-in, %j leads to %s", (next, expected) => {
  expect(localPath(next)).toBe(expected);
});
