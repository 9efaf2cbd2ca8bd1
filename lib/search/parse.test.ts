import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "./parse";

test("operators are taken out of what is looked for, with or without quotation marks", () => {
  expect(parseQuery('invoice from:ana label:"big fish" Has:Image "not yet" x')).toEqual({
    words: "invoice x",
    exact: ["not yet"],
    operators: [
      { operator: "from", value: "ana" },
      { operator: "label", value: "big fish" },
      { operator: "has", value: "Image" },
    ],
  });
});

test("operators and their words are understood in each language of the console, whatever the console speaks", () => {
  expect(parseQuery("factura de:yo tiene:imágenes antes:hoy").operators).toEqual([
    { operator: "from", value: "me" },
    { operator: "has", value: "image" },
    { operator: "before", value: "today" },
  ]);
  expect(parseQuery("em:Vendas responsavel:ninguém").operators).toEqual([
    { operator: "in", value: "Vendas" },
    { operator: "assignee", value: "nobody" },
  ]);
  expect(parseQuery("من:ليلى فيه:صورة في:مؤجلة").operators).toEqual([
    { operator: "from", value: "ليلى" },
    { operator: "has", value: "image" },
    { operator: "in", value: "snoozed" },
  ]);
});

test("what only looks like an operator is looked for", () => {
  expect(parseQuery("https://parley.test 10:30 re:order")).toMatchObject({
    words: "https://parley.test 10:30 re:order",
    operators: [],
  });
});

test("typographic quotation marks, and one that is not closed, do what was meant", () => {
  expect(parseQuery("“thank you” assignee:„Ana Ruiz")).toMatchObject({
    exact: ["thank you"],
    operators: [{ operator: "assignee", value: "Ana Ruiz" }],
  });
});

test("an operator that is not finished narrows nothing yet", () => {
  expect(parseQuery("hello from:")).toMatchObject({ operators: [] });
  expect(parseQuery('hello label:""')).toMatchObject({ words: "hello", operators: [] });
});

test("any text is a query", () => {
  void fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(() => parseQuery(text)).not.toThrow();
    }),
  );
});
