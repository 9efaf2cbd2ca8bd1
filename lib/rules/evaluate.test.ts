import { describe, expect, test } from "vitest";
import { RuleConditions as Schema } from "./conditions-schema";
import { evaluate } from "./evaluate";
import { type Condition, type FactValue, kindOfFact, operatorsOf } from "./facts";
import type { Match } from "./types";

const field = "field:0193f1f0-0000-7000-8000-000000000001";

describe("a condition", () => {
  const held = (fact: string, operator: Condition["operator"], value: Condition["value"], seen: FactValue) =>
    evaluate({ match: "all", groups: [{ match: "all", conditions: [{ fact, operator, value }] }] }, { [fact]: seen })
      .held;

  test.each<[string, Condition["operator"], Condition["value"], FactValue, boolean]>([
    ["departmentId", "isAnyOf", ["a", "b"], "b", true],
    ["departmentId", "isAnyOf", ["a"], "b", false],
    ["departmentId", "isAnyOf", ["none"], null, true],
    ["departmentId", "isAnyOf", ["a"], null, false],
    ["departmentId", "isNoneOf", ["a"], "b", true],
    ["departmentId", "isNoneOf", ["a"], "a", false],
    ["assigneeId", "isNoneOf", ["none"], null, false],
    ["assigneeId", "isNoneOf", ["none"], "a", true],
    ["language", "isAnyOf", ["pt"], "pt-BR", true],
    ["language", "isAnyOf", ["pt-BR"], "pt", false],
    ["labelIds", "hasAnyOf", ["a", "b"], ["b", "c"], true],
    ["labelIds", "hasAnyOf", ["a"], [], false],
    ["labelIds", "hasNoneOf", ["a"], ["b"], true],
    ["labelIds", "hasNoneOf", ["a"], ["a", "b"], false],
    ["text", "contains", ["invoice"], "My INVOICES, please", true],
    ["text", "contains", ["factura", "invoice"], "una fáctura", true],
    ["text", "contains", ["invoice"], "My bill", false],
    ["text", "lacks", ["invoice"], "My bill", true],
    ["text", "lacks", ["invoice"], "My invoice", false],
    ["text", "hasWord", ["art"], "The start", false],
    ["text", "hasWord", ["art"], "Is it art?", true],
    ["text", "hasWord", ["credit note"], "My credit-note!", true],
    ["text", "hasWord", ["*", "invoice"], "an invoice", true],
    ["waitingMinutes", "atLeast", 10, 10, true],
    ["waitingMinutes", "atLeast", 10, 9, false],
    ["waitingMinutes", "atMost", 10, 11, false],
    ["waitingMinutes", "atMost", 10, null, false],
    ["waitingMinutes", "atLeast", 0, null, false],
    ["isWindowOpen", "is", true, true, true],
    ["isWindowOpen", "is", false, true, false],
    [field, "equals", ["Gold"], "gold", true],
    [field, "equals", ["Gold"], "golden", false],
    [field, "atLeast", 5, "12", true],
    [field, "atLeast", 5, "many", false],
    [field, "isFilled", null, "x", true],
    [field, "isFilled", null, null, false],
    [field, "isEmpty", null, null, true],
    [field, "contains", ["ol"], "Gold", true],
    [field, "lacks", ["ol"], null, true],
  ])("%s %s %j of %j: %j", (fact, operator, value, seen, expected) => {
    expect(held(fact, operator, value, seen)).toBe(expected);
    const fits = Schema.safeParse({
      match: "all",
      groups: [{ match: "all", conditions: [{ fact, operator, value }] }],
    });
    expect(fits.success).toBe(true);
  });

  test("that nobody knows how to compare is not taken in", () => {
    const wrong = [
      { fact: "password", operator: "isAnyOf", value: ["a"] },
      { fact: "constructor", operator: "isAnyOf", value: ["a"] },
      { fact: "text", operator: "atLeast", value: 1 },
      { fact: "text", operator: "contains", value: 1 },
      { fact: "text", operator: "contains", value: [] },
      { fact: "waitingMinutes", operator: "atLeast", value: ["1"] },
      { fact: "isWindowOpen", operator: "is", value: null },
      { fact: "field:1", operator: "isEmpty", value: null },
    ];
    for (const condition of wrong) {
      const read = Schema.safeParse({ match: "all", groups: [{ match: "all", conditions: [condition] }] });
      expect(read.success, JSON.stringify(condition)).toBe(false);
    }
  });

  test("has an operator for each kind of fact", () => {
    for (const fact of ["text", "labelIds", "priority", "isWindowOpen", "score", field]) {
      expect(operatorsOf[kindOfFact(fact) ?? "flag"].length).toBeGreaterThan(0);
    }
  });
});

describe("conditions together", () => {
  const yes: Condition = { fact: "isWindowOpen", operator: "is", value: true };
  const no: Condition = { ...yes, value: false };
  const facts = { isWindowOpen: true };

  test.each<[Match, [Match, Condition[]][], boolean]>([
    ["all", [], true],
    ["any", [], true],
    ["all", [["all", [yes, yes]]], true],
    ["all", [["all", [yes, no]]], false],
    ["all", [["any", [yes, no]]], true],
    ["all", [["any", [no, no]]], false],
    [
      "all",
      [
        ["any", [yes, no]],
        ["all", [no]],
      ],
      false,
    ],
    [
      "any",
      [
        ["all", [no]],
        ["all", [yes]],
      ],
      true,
    ],
    [
      "any",
      [
        ["all", [no]],
        ["any", [no]],
      ],
      false,
    ],
  ])("%s of %j: %j", (match, groups, expected) => {
    const shaped = groups.map(([each, conditions]) => ({ match: each, conditions }));
    expect(evaluate({ match, groups: shaped }, facts).held).toBe(expected);
  });

  test("each tells what it saw and whether it held, also where the others decided already", () => {
    const text: Condition = { fact: "text", operator: "contains", value: ["invoice"] };
    const verdict = evaluate(
      { match: "all", groups: [{ match: "all", conditions: [no, text] }] },
      {
        ...facts,
        text: "My invoice",
      },
    );
    expect(verdict.groups[0]?.conditions).toEqual([
      { ...no, seen: true, held: false },
      { ...text, seen: "My invoice", held: true },
    ]);
  });
});
