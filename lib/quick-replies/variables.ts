import { foldText } from "@/lib/text";

/** What a quick reply may stand open for until it is used. */
export const variableNames = [
  "contact.name",
  "contact.firstName",
  "contact.phone",
  "contact.username",
  "agent.name",
  "agent.firstName",
  "workspace.name",
  "department.name",
  "channel.name",
] as const;
export type VariableName = (typeof variableNames)[number];

/** By their names; a field of the workspace's own by `fieldVariable`. */
export type VariableValues = Partial<Record<string, string | null>>;

const VARIABLE = /\{\{\s*(field\.[^{}|]*[^{}|\s]|[A-Za-z]+\.[A-Za-z]+)\s*(?:\|([^{}]*))?\}\}/g;

const FIELD = "field.";

/** What the workspace itself knows of its contacts, by the field's name: `field.Order number`. */
export function fieldVariable(name: string): string {
  return `${FIELD}${name.trim()}`;
}

/** The name in a variable that is a field's, else null. */
export function fieldOfVariable(variable: string): string | null {
  return variable.startsWith(FIELD) ? variable.slice(FIELD.length) : null;
}

/** Two that read the same are one, as with the fields themselves. */
function keyOf(variable: string): string {
  return variable.startsWith(FIELD) ? FIELD + foldText(variable.slice(FIELD.length)) : variable;
}

/**
 * Puts in what is known. `{{contact.firstName|there}}` says what stands in its place where it is not; without that it
 * stays as it is, to be seen and filled in by hand.
 */
export function fillVariables(text: string, values: VariableValues): string {
  const known = new Map(Object.entries(values).map(([name, value]) => [keyOf(name), value]));
  return text.replace(VARIABLE, (whole, name: string, instead: string | undefined) => {
    return known.get(keyOf(name))?.trim() || instead?.trim() || whole;
  });
}

/** The variables that a text still stands open for, each once. */
export function missingVariables(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name))];
}

/** What a text names that there is not, each once. */
export function unknownVariables(text: string): string[] {
  const known: readonly string[] = variableNames;
  return missingVariables(text).filter((name) => !known.includes(name));
}
