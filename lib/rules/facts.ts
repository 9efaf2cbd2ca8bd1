/** What conditions can ask of: facts of the conversation, its contact and the message, and how each kind is compared. */

/**
 * `choice`: an id or a word, null for none · `choices`: several · `text`: the customer's words · `number` · `flag`: yes or
 * no · `field`: what stands in a contact's field, whatever its kind.
 */
export type FactKind = "choice" | "choices" | "text" | "number" | "flag" | "field";

export const factKinds = {
  text: "text",
  messageType: "choice",
  labelIds: "choices",
  priority: "choice",
  departmentId: "choice",
  assigneeId: "choice",
  state: "choice",
  channelId: "choice",
  language: "choice",
  contactName: "text",
  isOpen: "flag",
  isWindowOpen: "flag",
  waitingMinutes: "number",
  score: "number",
} as const satisfies Record<string, FactKind>;

const FIELD = /^field:[0-9a-f-]{36}$/;

/** Null for what is no fact. A contact's own field is `field:<id>`. */
export function kindOfFact(fact: string): FactKind | null {
  if (Object.hasOwn(factKinds, fact)) return factKinds[fact as keyof typeof factKinds];
  return FIELD.test(fact) ? "field" : null;
}

export const operatorsOf = {
  choice: ["isAnyOf", "isNoneOf"],
  choices: ["hasAnyOf", "hasNoneOf"],
  text: ["contains", "hasWord", "lacks"],
  number: ["atLeast", "atMost"],
  flag: ["is"],
  field: ["equals", "contains", "lacks", "atLeast", "atMost", "isFilled", "isEmpty"],
} as const satisfies Record<FactKind, readonly string[]>;

export type Operator = (typeof operatorsOf)[FactKind][number];

/** Of words, ids and `none` one has to fit; a field that is filled or empty is compared with nothing. */
export type Compared = string[] | number | boolean | null;

export type Condition = { fact: string; operator: Operator; value: Compared };

export type FactValue = string | string[] | number | boolean | null;

/** What is known just then; a fact that is not there is not known. */
export type RuleFacts = Record<string, FactValue>;

export type ConditionTrace = Condition & { seen: FactValue; held: boolean };
