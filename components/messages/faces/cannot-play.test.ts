import { expect, test } from "vitest";
import { cannotPlay } from "./cannot-play";

test.each([
  ["AbortError", false],
  ["NotAllowedError", false],
  ["NotSupportedError", true],
])("a sound that broke off with %s is a download: %s", (name, isDownload) => {
  expect(cannotPlay(new DOMException("", name))).toBe(isDownload);
});
