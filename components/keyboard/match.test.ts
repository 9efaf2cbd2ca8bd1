import { expect, test } from "vitest";
import { matches } from "./match";

function press(key: string, more: Partial<KeyboardEvent> = {}) {
  return { key, code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
}

test("a letter matches with and without caps lock", () => {
  expect(matches(press("j"), "j")).toBe(true);
  expect(matches(press("J"), "j")).toBe(true);
});

test("on AZERTY the letter decides, not the place", () => {
  expect(matches(press("a", { code: "KeyQ" }), "a")).toBe(true);
  expect(matches(press("q", { code: "KeyA" }), "a")).toBe(false);
});

test.each([
  ["ت", "KeyJ", "j"],
  ["ח", "KeyJ", "j"],
  ["у", "KeyE", "e"],
])("on a layout without Latin letters %s matches by its place", (key, code, name) => {
  expect(matches(press(key, { code }), name)).toBe(true);
});

test("Shift tells two keys apart", () => {
  expect(matches(press("A", { shiftKey: true }), "Shift+A")).toBe(true);
  expect(matches(press("A", { shiftKey: true }), "a")).toBe(false);
});

test("signs match however they are typed", () => {
  expect(matches(press("?", { shiftKey: true }), "?")).toBe(true);
  expect(matches(press("/", { shiftKey: true, code: "Digit7" }), "/")).toBe(true);
});

test("the browser's own keys are left alone", () => {
  expect(matches(press("r", { ctrlKey: true }), "r")).toBe(false);
  expect(matches(press("e", { altKey: true }), "e")).toBe(false);
});

test("Mod is Ctrl or Cmd", () => {
  expect(matches(press("k", { metaKey: true }), "Mod+k")).toBe(true);
  expect(matches(press("k", { ctrlKey: true }), "Mod+k")).toBe(true);
  expect(matches(press("k"), "Mod+k")).toBe(false);
});
