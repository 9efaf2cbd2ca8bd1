import { expect, test } from "vitest";
import { CreateRule } from "@/lib/rules/schemas";
import { factKinds, kindOfFact, operatorsOf, ruleActionKinds } from "@/lib/rules/types";
import { emptyRule, hasConditions, isComplete, newAction, newCondition, withOperator } from "./drafts";

test("a new rule asks for what is still open in it", () => {
  expect(isComplete(emptyRule)).toBe(false);
  const conditions = { match: "all" as const, groups: [] };
  const actions = [newAction("resolve")];
  expect(isComplete({ ...emptyRule, name: "A", conditions, actions })).toBe(true);
  expect(isComplete({ ...emptyRule, name: "A", conditions, actions: [...actions, newAction("reply")] })).toBe(false);
});

test.each(Object.keys(factKinds))("a condition on %s can be saved with each comparison once it has a value", (fact) => {
  for (const operator of operatorsOf[kindOfFact(fact) ?? "text"]) {
    const condition = withOperator(newCondition(fact), operator);
    const value = Array.isArray(condition.value) ? ["a"] : condition.value;
    const conditions = {
      match: "all" as const,
      groups: [{ match: "all" as const, conditions: [{ ...condition, value }] }],
    };
    expect(hasConditions(conditions)).toBe(true);
    const rule = { name: "A", event: "message.received", conditions, actions: [{ kind: "resolve" }] };
    expect(CreateRule.input.safeParse(rule).success, operator).toBe(true);
  }
});

test("another comparison keeps a value that fits it, and drops one that does not", () => {
  const words = { ...newCondition("text"), value: ["invoice"] };
  expect(withOperator(words, "lacks").value).toEqual(["invoice"]);
  expect(withOperator({ ...words, fact: "field:x" }, "atLeast").value).toBe(1);
});

test.each(ruleActionKinds)("an action %s begins as one of its kind", (kind) => {
  expect(newAction(kind).kind).toBe(kind);
});
