import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dismissToast, holdToast, letGo, shownToasts, showToast, undoLast, undoOf } from "./store";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.advanceTimersByTime(120_000);
  vi.useRealTimers();
});

const texts = () => shownToasts().map(({ text }) => text);
const last = () => shownToasts().at(-1) as ReturnType<typeof shownToasts>[number];

test("a line goes by itself, and one that can be taken back stays longer", () => {
  showToast({ tone: "plain", text: "Saved" });
  showToast({ tone: "plain", text: "Snoozed", undo: () => undefined });
  vi.advanceTimersByTime(7_000);
  expect(texts()).toEqual(["Snoozed"]);
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual([]);
});

test("a line that is held stays until it is let go", () => {
  showToast({ tone: "plain", text: "Saved" });
  holdToast(last().id);
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["Saved"]);
  letGo(last());
  vi.advanceTimersByTime(7_000);
  expect(texts()).toEqual([]);
});

test("the last act can be taken back once, also when its line has gone", () => {
  const undo = vi.fn();
  showToast({ tone: "plain", text: "Snoozed", undo });
  dismissToast(last().id);
  undoLast();
  undoLast();
  expect(undo).toHaveBeenCalledTimes(1);
});

test("what was taken back by its line is not taken back again by key", () => {
  const undo = vi.fn();
  showToast({ tone: "plain", text: "Snoozed", undo });
  undoOf(last());
  undoLast();
  expect(undo).toHaveBeenCalledTimes(1);
  expect(texts()).toEqual([]);
});

test("after a minute a key takes nothing back that nobody remembers", () => {
  const undo = vi.fn();
  showToast({ tone: "plain", text: "Snoozed", undo });
  vi.advanceTimersByTime(61_000);
  undoLast();
  expect(undo).not.toHaveBeenCalled();
});
