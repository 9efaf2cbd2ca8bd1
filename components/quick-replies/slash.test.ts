import { expect, test } from "vitest";
import type { QuickReply } from "@/lib/quick-replies/types";
import { rankQuickReplies } from "./rank";
import { slashAt } from "./slash";

test.each([
  ["/", { start: 0, query: "" }],
  ["/tha", { start: 0, query: "tha" }],
  ["Hi /tha", { start: 3, query: "tha" }],
  ["Hi\n/ä", { start: 3, query: "ä" }],
])("%j opens the quick replies", (text, slash) => {
  expect(slashAt(text, text.length)).toEqual(slash);
});

test.each(["https://", "3/4", "and/or", "/thanks ", "no slash"])("%j does not", (text) => {
  expect(slashAt(text, text.length)).toBeNull();
});

test("only the word at the caret counts", () => {
  expect(slashAt("/one two", 4)).toEqual({ start: 0, query: "one" });
  expect(slashAt("/one two", 8)).toBeNull();
});

const reply = (shortcut: string, scope: QuickReply["scope"] = "workspace", text = "…"): QuickReply => ({
  ...{ id: `${scope} ${shortcut}`, scope, department: null, shortcut, text, updatedAt: "2026-01-01T00:00:00Z" },
});

test("the shortcut itself comes before its beginning, that before a part, and words in the text last", () => {
  const all = [
    reply("late", "workspace", "Thanks for waiting"),
    reply("nothanks"),
    reply("thanks-a-lot"),
    reply("thanks"),
    reply("hello"),
  ];
  expect(rankQuickReplies(all, "Thanks").map(({ shortcut }) => shortcut)).toEqual([
    "thanks",
    "thanks-a-lot",
    "nothanks",
    "late",
  ]);
});

test("of equals one's own comes first, then the department's, then the workspace's", () => {
  const all = [reply("hi", "workspace"), reply("hi", "department"), reply("hi", "personal")];
  expect(rankQuickReplies(all, "h").map(({ scope }) => scope)).toEqual(["personal", "department", "workspace"]);
});

test("accents and case keep nothing from being found", () => {
  expect(rankQuickReplies([reply("grüße")], "GRU")).toHaveLength(1);
});
