import { runInThisContext } from "node:vm";
import { afterEach, expect, test, vi } from "vitest";
import { hearEarlyKeys, takeEarlyKeys } from "./early";

afterEach(() => vi.unstubAllGlobals());

test("what is pressed before the page listens is handed over once, in its order, and nothing after", () => {
  vi.stubGlobal("window", {});
  vi.stubGlobal("document", new EventTarget());
  runInThisContext(hearEarlyKeys);
  const press = () => {
    const event = new Event("keydown");
    document.dispatchEvent(event);
    return event;
  };
  const pressed = [press(), press()];
  expect(takeEarlyKeys()).toEqual(pressed);
  press();
  expect(takeEarlyKeys()).toEqual([]);
});
