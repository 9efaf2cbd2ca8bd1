import fc from "fast-check";
import { expect, it } from "vitest";
import { askedBefore, calledIn, matching, piecesOf } from "./mentions";

const ana = { id: "1", name: "Ana" };
const anaMaria = { id: "2", name: "Ana María Ruiz" };
const lena = { id: "3", name: "Léna Maurer" };
const audience = [ana, anaMaria, lena];

it("of names that begin alike the longest is called", () => {
  expect(calledIn("@Ana María Ruiz please look", audience)).toEqual([anaMaria]);
  expect(calledIn("@Ana please look", audience)).toEqual([ana]);
});

it("a name inside another word calls nobody", () => {
  expect(calledIn("@Anabel and me@Ana.example", audience)).toEqual([]);
});

it("words come back whole from their pieces", () => {
  const word = fc.constantFrom("@Ana", "@Léna Maurer", "@", "hello ", "\n", "Ana", "@Ana María Ruiz", "😀");
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join("");
      expect(
        piecesOf(text, audience)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

it.each([
  ["@", 1, { from: 0, query: "" }],
  ["Hi @le", 6, { from: 3, query: "le" }],
  ["Hi @lena ma", 11, { from: 3, query: "lena ma" }],
  ["Hi @nobody", 10, null],
  ["mail@le", 7, null],
  ["(@an", 4, { from: 1, query: "an" }],
  ["@le\nmore", 8, null],
])("before the caret of %j at %d it asks for %j", (text, caret, expected) => {
  expect(askedBefore(text, caret, audience)).toEqual(expected);
});

it("names are found without case and accents, by any word of them", () => {
  expect(matching("lena", audience)).toEqual([lena]);
  expect(matching("mau", audience)).toEqual([lena]);
  expect(matching("ana m", audience)).toEqual([anaMaria]);
});
