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

export type VariableValues = Partial<Record<VariableName, string | null>>;

const VARIABLE = /\{\{\s*([A-Za-z]+\.[A-Za-z]+)\s*(?:\|([^{}]*))?\}\}/g;

/**
 * Puts in what is known. `{{contact.firstName|there}}` says what stands in its place where it is not; without that it
 * stays as it is, to be seen and filled in by hand.
 */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(VARIABLE, (whole, name: string, instead: string | undefined) => {
    return values[name as VariableName]?.trim() || instead?.trim() || whole;
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
