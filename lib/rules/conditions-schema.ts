import * as z from "zod";
import { type Compared, kindOfFact, type Operator, operatorsOf, type Condition as Plain } from "./facts";

const operators = [...new Set(Object.values(operatorsOf).flat())] as [Operator, ...Operator[]];

const words = z.array(z.string().trim().min(1, "should not be empty").max(200)).min(1, "should not be empty").max(50);

const Condition = z
  .object({
    fact: z.string().max(60),
    operator: z.enum(operators),
    /** Words, ids or `none`, of which one has to fit; a number; yes or no; null for what is filled or empty. */
    value: z.union([words, z.number(), z.boolean(), z.null()]),
  })
  .check(({ value: condition, issues }) => {
    const problem = problemOf(condition);
    if (problem) issues.push({ code: "custom", input: condition, path: [problem.at], message: problem.message });
  });

function problemOf({ fact, operator, value }: Plain): { at: keyof Plain; message: string } | null {
  const kind = kindOfFact(fact);
  if (kind === null) return { at: "fact", message: "should be a fact" };
  const fitting: readonly string[] = operatorsOf[kind];
  if (!fitting.includes(operator)) return { at: "operator", message: `should be one of ${fitting.join(", ")}` };
  return fits(operator, value) ? null : { at: "value", message: "does not fit the comparison" };
}

function fits(operator: Operator, value: Compared): boolean {
  if (operator === "atLeast" || operator === "atMost") return typeof value === "number";
  if (operator === "is") return typeof value === "boolean";
  if (operator === "isFilled" || operator === "isEmpty") return value === null;
  return Array.isArray(value);
}

const match = z.enum(["all", "any"]);

export const RuleConditions = z.object({
  match,
  groups: z.array(z.object({ match, conditions: z.array(Condition).min(1).max(20) })).max(10),
});

const seen = z.union([z.string(), z.array(z.string()), z.number(), z.boolean(), z.null()]);

export const Verdict = z.object({
  held: z.boolean(),
  match,
  groups: z.array(
    z.object({
      match,
      held: z.boolean(),
      conditions: z.array(
        z.object({
          fact: z.string(),
          operator: z.enum(operators),
          value: z.union([z.array(z.string()), z.number(), z.boolean(), z.null()]),
          seen,
          held: z.boolean(),
        }),
      ),
    }),
  ),
});
