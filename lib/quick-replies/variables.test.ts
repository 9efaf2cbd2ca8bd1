import { expect, test } from "vitest";
import { fillVariables, missingVariables } from "./variables";

test("what is known is put in, however the braces are spaced", () => {
  const values = { "contact.firstName": "Mei", "agent.name": "Lena Maurer" };
  expect(fillVariables("Hi {{contact.firstName}}, {{ agent.name }} here.", values)).toBe("Hi Mei, Lena Maurer here.");
});

test("what is not known stays to be seen, each named once", () => {
  const text = fillVariables("Hi {{contact.firstName}}! Dear {{contact.firstName}}, {{order.number}}", {
    "contact.firstName": " ",
  });
  expect(text).toContain("{{contact.firstName}}");
  expect(missingVariables(text)).toEqual(["contact.firstName", "order.number"]);
});

test("a name that looks like a variable or a replacement pattern stays as it is", () => {
  const filled = fillVariables("Hi {{contact.name}}", { "contact.name": "$& {{agent.name}}" });
  expect(filled).toBe("Hi $& {{agent.name}}");
});

test("braces that name nothing are plain text", () => {
  expect(missingVariables("{{1}} {{name}} { {a.b} } {{a.b.c}}")).toEqual([]);
});
