import { describe, expect, test } from "vitest";
import { matches, matchesByPlace, nameOf } from "./match";

function press(key: string, more: Partial<KeyboardEvent> = {}) {
  return { key, code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
}

const altGr = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === "AltGraph" };

describe("a key", () => {
  test("that is a letter matches with and without caps lock", () => {
    expect(matches(press("j"), "j")).toBe(true);
    expect(matches(press("J"), "j")).toBe(true);
  });

  test("matches on AZERTY by its letter, not by its place", () => {
    expect(matches(press("a", { code: "KeyQ" }), "a")).toBe(true);
    expect(matches(press("q", { code: "KeyA" }), "a")).toBe(false);
  });

  test.each([
    ["ت", "KeyJ", "j"],
    ["ח", "KeyJ", "j"],
    ["у", "KeyE", "e"],
  ])("of a layout without Latin letters, %s, matches by its place", (key, code, name) => {
    expect(matches(press(key, { code }), name)).toBe(true);
  });

  test("with Shift is another than without", () => {
    expect(matches(press("A", { shiftKey: true }), "Shift+A")).toBe(true);
    expect(matches(press("A", { shiftKey: true }), "a")).toBe(false);
    expect(matches(press("Enter", { shiftKey: true }), "Enter")).toBe(false);
  });

  test("that is a sign matches however it is typed", () => {
    expect(matches(press("?", { shiftKey: true }), "?")).toBe(true);
    expect(matches(press("/", { shiftKey: true, code: "Digit7" }), "/")).toBe(true);
    expect(matches(press("]", { code: "Minus", ...altGr }), "]")).toBe(true);
  });

  test.each([
    ["$", "BracketRight", false, "]"],
    ["د", "BracketRight", false, "]"],
    [".", "Slash", false, "/"],
    ["؟", "Slash", true, "?"],
  ])("%s is where a sign would be that the layout has elsewhere", (key, code, shiftKey, name) => {
    expect(matches(press(key, { code, shiftKey }), name)).toBe(false);
    expect(matchesByPlace(press(key, { code, shiftKey }), name)).toBe(true);
  });

  test("of the browser's own is left alone", () => {
    expect(matches(press("r", { ctrlKey: true }), "r")).toBe(false);
    expect(matches(press("e", { altKey: true }), "e")).toBe(false);
    expect(matchesByPlace(press(".", { code: "Slash", ctrlKey: true }), "/")).toBe(false);
  });

  test("with Mod is one with Ctrl or Cmd", () => {
    expect(matches(press("k", { metaKey: true }), "Mod+k")).toBe(true);
    expect(matches(press("k", { ctrlKey: true }), "Mod+k")).toBe(true);
    expect(matches(press("k"), "Mod+k")).toBe(false);
  });
});

describe("the name of a press", () => {
  test.each([
    [press("e"), "e"],
    [press("A", { shiftKey: true }), "Shift+A"],
    [press("K", { ctrlKey: true, shiftKey: true }), "Mod+Shift+K"],
    [press("?", { shiftKey: true }), "?"],
    [press("]", altGr), "]"],
    [press("F2"), "F2"],
    [press("ש", { code: "KeyA" }), "a"],
  ])("%# is what that press matches", (pressed, name) => {
    expect(nameOf(pressed)).toBe(name);
    expect(matches(pressed, name)).toBe(true);
  });

  test("of Shift alone is none", () => {
    expect(nameOf(press("Shift", { shiftKey: true }))).toBeNull();
  });
});
