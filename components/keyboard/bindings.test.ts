import { expect, test } from "vitest";
import common from "@/messages/en/common.json";
import { type Action, actions, canBeRemapped, groups } from "./actions";
import { bindingsOf, conflictsOf, findPressed, keysOf, sendKeyOf } from "./bindings";

function press(key: string, more: Partial<KeyboardEvent> = {}) {
  return { key, code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
}

const action = (id: string) => actions.find((each) => each.id === id) as Action;

test("no two actions have the same keys, or one the beginning of another's", () => {
  const bindings = bindingsOf({});
  for (const { id, keys } of bindings) expect(conflictsOf(id as Action["id"], keys, bindings), id).toEqual([]);
});

test("every action and every group has words", () => {
  for (const { id } of actions) expect(common.keys, id).toHaveProperty(id);
  for (const group of groups) expect(common.keyGroups).toHaveProperty(group);
});

test("every key of the table is heard as its own action", () => {
  for (const { id, keys } of bindingsOf({})) {
    const [first = "", second] = keys.split(" ");
    const pressed = (name: string) =>
      press(name.split("+").at(-1) ?? "", {
        shiftKey: name.includes("Shift+"),
        ctrlKey: name.includes("Mod+"),
        altKey: name.includes("Alt+"),
      });
    const found = findPressed(pressed(second ?? first), bindingsOf({}), second ? first : null);
    expect(found).toEqual({ id });
  }
});

test("chosen keys replace an action's own, and none can be chosen", () => {
  expect(keysOf(action("resolve"), { resolve: "y" })).toBe("y");
  expect(keysOf(action("resolve"), { resolve: null })).toBeNull();
  expect(findPressed(press("e"), bindingsOf({ resolve: "y" }), null)).toBeNull();
  expect(findPressed(press("y"), bindingsOf({ resolve: "y" }), null)).toEqual({ id: "resolve" });
});

test("keys of the text field stay what they are", () => {
  expect(canBeRemapped(action("send"))).toBe(false);
  expect(keysOf(action("send"), { send: "y" })).toBe("Enter");
});

test("a conflict is told, also with the first of two", () => {
  const ids = (keys: string) => conflictsOf("resolve", keys, bindingsOf({})).map(({ id }) => id);
  expect(ids("t")).toEqual(["transfer"]);
  expect(ids("g")).toContain("goToInbox");
  expect(ids("t x")).toEqual(["transfer"]);
  expect(ids("y")).toEqual([]);
});

test("two keys one after the other are one action, and the first alone is none", () => {
  expect(findPressed(press("g"), bindingsOf({}), null)).toEqual({ begins: "g" });
  expect(findPressed(press("i"), bindingsOf({}), "g")).toEqual({ id: "goToInbox" });
  expect(findPressed(press("i"), bindingsOf({}), null)).toBeNull();
});

test("what is on a key goes before where it is", () => {
  // On a Hebrew keyboard the slash is where Q is, and a full stop where the slash would be.
  expect(findPressed(press("/", { code: "KeyQ" }), bindingsOf({}), null)).toEqual({ id: "filter" });
  expect(findPressed(press(".", { code: "Slash" }), bindingsOf({}), null)).toEqual({ id: "filter" });
});

test("what sends can be chosen between two, and nothing else", () => {
  expect(sendKeyOf({})).toBe("Enter");
  expect(sendKeyOf({ send: "Mod+Enter" })).toBe("Mod+Enter");
  expect(sendKeyOf({ send: "y" })).toBe("Enter");
  expect(keysOf(action("send"), { send: "Mod+Enter" })).toBe("Mod+Enter");
});

test("the second way to the next conversation goes with the first", () => {
  const down = press("ArrowDown", { altKey: true });
  expect(findPressed(down, bindingsOf({}), null)).toEqual({ id: "next" });
  expect(findPressed(down, bindingsOf({ next: "y" }), null)).toBeNull();
});
