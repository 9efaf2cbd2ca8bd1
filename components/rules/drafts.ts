import {
  type Condition,
  kindOfFact,
  operatorsOf,
  type RuleAction,
  type RuleActionKind,
  type RuleConditions,
  type RuleEvent,
} from "@/lib/rules/types";

/** A rule while it is put together. */
export type RuleDraft = { name: string; event: RuleEvent; conditions: RuleConditions; actions: RuleAction[] };

export const emptyRule: RuleDraft = {
  name: "",
  event: "message.received",
  conditions: { match: "all", groups: [{ match: "all", conditions: [newCondition("text")] }] },
  actions: [],
};

export function newCondition(fact: string): Condition {
  const operator = operatorsOf[kindOfFact(fact) ?? "text"][0];
  return { fact, operator, value: firstValue(operator) };
}

/** What a comparison begins with; changing it keeps a value that still fits. */
export function withOperator(condition: Condition, operator: Condition["operator"]): Condition {
  const value = firstValue(operator);
  const fits = typeof value === typeof condition.value && Array.isArray(value) === Array.isArray(condition.value);
  return { ...condition, operator, value: fits ? condition.value : value };
}

function firstValue(operator: Condition["operator"]): Condition["value"] {
  if (operator === "atLeast" || operator === "atMost") return 1;
  if (operator === "is") return true;
  return operator === "isFilled" || operator === "isEmpty" ? null : [];
}

const first: { [Kind in RuleActionKind]: () => Extract<RuleAction, { kind: Kind }> } = {
  label: () => ({ kind: "label", add: [], remove: [] }),
  prioritise: () => ({ kind: "prioritise", priority: "high" }),
  skills: () => ({ kind: "skills", skillIds: [] }),
  note: () => ({ kind: "note", text: "" }),
  assign: () => ({ kind: "assign", assigneeId: null }),
  webhook: () => ({ kind: "webhook", url: "https://", facts: [] }),
  reply: () => ({ kind: "reply", text: "" }),
  template: () => ({ kind: "template", name: "", language: "", values: {} }),
  snooze: () => ({ kind: "snooze", until: { kind: "tomorrow" } }),
  resolve: () => ({ kind: "resolve" }),
  spam: () => ({ kind: "spam", isSpam: true }),
};

export function newAction(kind: RuleActionKind): RuleAction {
  return first[kind]();
}

/** Whether it can be tried and saved: nothing in it stands open. */
export function hasConditions({ groups }: RuleConditions): boolean {
  return groups.every(({ conditions }) =>
    conditions.every(({ value }) => !Array.isArray(value) || value.some((each) => each.trim() !== "")),
  );
}

export function isComplete({ name, conditions, actions }: RuleDraft): boolean {
  return name.trim() !== "" && hasConditions(conditions) && actions.length > 0 && actions.every(isActionComplete);
}

function isActionComplete(action: RuleAction): boolean {
  switch (action.kind) {
    case "label":
      return action.add.length + action.remove.length > 0;
    case "note":
    case "reply":
      return action.text.trim() !== "";
    case "skills":
      return action.skillIds.length > 0;
    case "template":
      return action.name !== "";
    case "webhook":
      return URL.canParse(action.url) && action.url.length > "https://".length;
    default:
      return true;
  }
}
