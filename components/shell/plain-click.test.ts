import { expect, test, vi } from "vitest";
import { onPlainClick, wakeUp } from "./plain-click";

function click(more: { ctrlKey?: boolean } = {}) {
  const [run, preventDefault] = [vi.fn(), vi.fn()];
  const none = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, button: 0 };
  onPlainClick(run)({ ...none, ...more, preventDefault });
  return { run: run.mock.calls.length, prevented: preventDefault.mock.calls.length };
}

test("while the page wakes up a click is the browser's own; after that a plain one moves inside the page", () => {
  expect(click()).toEqual({ run: 0, prevented: 0 });
  wakeUp();
  expect(click()).toEqual({ run: 1, prevented: 1 });
  expect(click({ ctrlKey: true })).toEqual({ run: 0, prevented: 0 });
});
