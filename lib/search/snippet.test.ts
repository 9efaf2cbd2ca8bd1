import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "./parse";
import { snippetOf } from "./snippet";

const marked = (text: string, sought: string) => {
  const { text: shown, marks } = snippetOf(text, parseQuery(sought));
  return marks.map(([from, to]) => shown.slice(from, to));
};

test.each([
  ["Where is my invoice? Invoices matter.", "invoice", ["invoice", "Invoice"]],
  ["Crème brûlée", "creme BRULEE", ["Crème", "brûlée"]],
  ["Straße 5", "strasse", ["Straße"]],
  ["I did not voice it", "voice", ["voice"]],
  ["invoice", "voice", []],
  ["配達はいつですか", "いつ", ["いつ"]],
  ["مَرْحَبًا بك", "مرحبا", ["مَرْحَبًا"]],
  ["Call +44 7700 900-123 now", "07700900123", ["7700 900-123"]],
  ["thanks thank", '"thank"', ["thank"]],
])("in %j a search for %j marks %j", (text, sought, expected) => {
  expect(marked(text, sought)).toEqual(expected);
});

test("a long text is cut around what was found", () => {
  const { text, marks } = snippetOf(`${"before ".repeat(100)}needle ${"after ".repeat(100)}`, parseQuery("needle"));
  expect(text.length).toBeLessThan(170);
  expect(text.startsWith("…before") && text.endsWith("…")).toBe(true);
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["needle"]);
});

test("marks lie inside the text, in order and apart, whatever is looked for in whatever", () => {
  const any = fc.string({
    unit: fc.oneof(
      fc.constantFrom("a", "é", "ß", "京", " ", "1", "👍🏽", "\u0301"),
      fc.string({ unit: "binary", maxLength: 2 }),
    ),
  });
  void fc.assert(
    fc.property(any, any, (text, sought) => {
      const { text: shown, marks } = snippetOf(text, parseQuery(sought));
      let last = 0;
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(shown.length);
    }),
  );
});
