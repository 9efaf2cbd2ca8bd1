import { expect, test } from "vitest";
import { variableValues } from "./values";
import { fieldVariable, fillVariables, missingVariables, unknownVariables } from "./variables";

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

test("what is not known is said by what stands behind the bar", () => {
  const text = "Hi {{contact.firstName|there}}, {{agent.name | us}} and {{ workspace.name| }}";
  expect(fillVariables(text, { "agent.name": "Lena" })).toBe("Hi there, Lena and {{ workspace.name| }}");
  expect(unknownVariables("{{contact.name}} {{order.number|1}}")).toEqual(["order.number"]);
});

test("a name that looks like a variable or a replacement pattern stays as it is", () => {
  const filled = fillVariables("Hi {{contact.name}}", { "contact.name": "$& {{agent.name}}" });
  expect(filled).toBe("Hi $& {{agent.name}}");
});

test("a field of the workspace's own is put in by its name, whatever its case", () => {
  const values = { [fieldVariable("Order number")]: "48213" };
  expect(fillVariables("No. {{field.order number}}, {{ field.Shoe size }}", values)).toBe(
    "No. 48213, {{ field.Shoe size }}",
  );
  expect(missingVariables("{{ field.Shoe size }}")).toEqual(["field.Shoe size"]);
});

test("braces that name nothing are plain text", () => {
  expect(missingVariables("{{1}} {{name}} { {a.b} } {{a.b.c}}")).toEqual([]);
});

test.each([
  ["Mei Tan", "Mei Tan", "Mei"],
  ["@mei", null, null],
  ["+65 8123 4567", null, null],
  ["Unknown", null, null],
  ["US.13491208655302741918", null, null],
])("who is shown as %s is called %s, or %s", (name, called, first) => {
  const facts = { contact: { name, phone: null, username: null }, department: null, channel: { name: "Shop" } };
  const values = variableValues(facts, { agentName: "Lena Maurer", workspaceName: "Acme" });
  expect(values).toMatchObject({ "contact.name": called, "contact.firstName": first, "agent.firstName": "Lena" });
});
