import { foldText, truncate } from "@/lib/text";
import type { Compared, Condition, ConditionTrace, FactValue, Operator, RuleFacts } from "./facts";
import type { Match, RuleConditions, Verdict } from "./types";

/** As much of a message as says why it matched. */
const LONGEST_SEEN = 300;

/** Judges a rule by facts and keeps what it saw. The same in a dry run and for real: a pure function. */
export function evaluate({ match, groups }: RuleConditions, facts: RuleFacts): Verdict {
  const judged = groups.map((group) => {
    const conditions = group.conditions.map((condition) => judge(condition, facts));
    return { match: group.match, held: holds(group.match, conditions), conditions };
  });
  return { held: holds(match, judged), match, groups: judged };
}

/** Nothing asked is nothing against it, also where any would do. */
function holds(match: Match, parts: { held: boolean }[]): boolean {
  if (parts.length === 0) return true;
  return match === "all" ? parts.every(({ held }) => held) : parts.some(({ held }) => held);
}

function judge(condition: Condition, facts: RuleFacts): ConditionTrace {
  const seen = facts[condition.fact] ?? null;
  const held = compare[condition.operator](seen, condition.value);
  return { ...condition, seen: typeof seen === "string" ? truncate(seen, LONGEST_SEEN) : seen, held };
}

type Compare = (seen: FactValue, value: Compared) => boolean;

const compare: Record<Operator, Compare> = {
  isAnyOf: (seen, value) => isAnyOf(seen, value),
  isNoneOf: (seen, value) => !isAnyOf(seen, value),
  hasAnyOf: (seen, value) => wordsOf(value).some((id) => listOf(seen).includes(id)),
  hasNoneOf: (seen, value) => !wordsOf(value).some((id) => listOf(seen).includes(id)),
  contains: (seen, value) => contains(seen, value),
  lacks: (seen, value) => !contains(seen, value),
  hasWord: (seen, value) => wordsOf(value).some((phrase) => spaced(textOf(seen)).includes(spaced(phrase))),
  equals: (seen, value) => wordsOf(value).some((each) => foldText(each) === foldText(textOf(seen))),
  atLeast: (seen, value) => typeof value === "number" && numberOf(seen) >= value,
  atMost: (seen, value) => typeof value === "number" && numberOf(seen) <= value,
  is: (seen, value) => seen === value,
  isFilled: (seen) => textOf(seen) !== "",
  isEmpty: (seen) => textOf(seen) === "",
};

/** `none` stands for nothing there; `pt` also means `pt-BR`. */
function isAnyOf(seen: FactValue, value: Compared): boolean {
  if (seen === null) return wordsOf(value).includes("none");
  return wordsOf(value).some((each) => each === seen || textOf(seen).startsWith(`${each}-`));
}

function contains(seen: FactValue, value: Compared): boolean {
  const text = foldText(textOf(seen));
  return wordsOf(value).some((part) => text.includes(foldText(part)));
}

/** Its words with one space before, between and after: whole words are found without a pattern that could hang. */
function spaced(text: string): string {
  return ` ${foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ")} `;
}

function wordsOf(value: Compared): string[] {
  return Array.isArray(value) ? value : [];
}

function listOf(seen: FactValue): string[] {
  return Array.isArray(seen) ? seen : [];
}

function textOf(seen: FactValue): string {
  return seen === null || Array.isArray(seen) ? "" : String(seen);
}

/** What is not there, or is no number, is neither more nor less than anything. */
function numberOf(seen: FactValue): number {
  const text = textOf(seen);
  return text === "" ? Number.NaN : Number(text);
}
