import { expect, test } from "vitest";
import { colonAt } from "./colon";

test.each([
  [":th", { start: 0, query: "th" }],
  ["Many :thanks", { start: 5, query: "thanks" }],
  ["Gracias :corazón", { start: 8, query: "corazón" }],
  ["شكرا :قلب", { start: 5, query: "قلب" }],
  ["line\n:party", { start: 5, query: "party" }],
])("%j names an emoji", (text, found) => {
  expect(colonAt(text, text.length)).toEqual(found);
});

test.each([":", ":t", "at 10:30", "https://shop", "Note: yes", ":)", "a:smile", ": smile", ":smile "])(
  "%j names none",
  (text) => {
    expect(colonAt(text, text.length)).toBeNull();
  },
);

test("only what stands before the caret counts", () => {
  expect(colonAt(":smile and on", 6)).toEqual({ start: 0, query: "smile" });
  expect(colonAt(":smile and on", 10)).toBeNull();
});
