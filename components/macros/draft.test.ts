import { expect, test } from "vitest";
import type { MacroAction } from "@/lib/macros/types";
import { actionsOf, draftOf, emptyDraft } from "./draft";

const all: MacroAction[] = [
  { kind: "reply", text: "On its way" },
  { kind: "note", text: "Asked the courier" },
  { kind: "label", add: ["a"], remove: ["b"] },
  { kind: "prioritise", priority: "low" },
  { kind: "assign", assigneeId: null, departmentId: "d" },
  { kind: "snooze", until: { kind: "hours", hours: 3 } },
  { kind: "resolve", reason: "Answered" },
];

test("a macro comes out of the form as it went in", () => {
  expect(actionsOf(draftOf(all))).toEqual(all);
});

test.each<MacroAction>([
  { kind: "assign", assigneeId: "me" },
  { kind: "assign", assigneeId: null },
  { kind: "assign", assigneeId: "m" },
  { kind: "snooze", until: { kind: "monday" } },
  { kind: "snooze", until: { kind: "reply" } },
  { kind: "snooze", until: { kind: "window" } },
  { kind: "resolve" },
  { kind: "spam", isSpam: true },
])("%j too", (action) => {
  expect(actionsOf(draftOf([action]))).toEqual([action]);
});

test("an empty form does nothing", () => {
  expect(actionsOf(emptyDraft)).toEqual([]);
});
