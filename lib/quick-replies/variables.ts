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

const VARIABLE = /\{\{\s*([A-Za-z]+\.[A-Za-z]+)\s*\}\}/g;

/** Puts in what is known; what is not known stays as `{{name}}`, to be seen and filled in by hand. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(VARIABLE, (whole, name: string) => {
    const value = values[name as VariableName]?.trim();
    return value ? value : whole;
  });
}

/** The variables that a text still stands open for, each once. */
export function missingVariables(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name))];
}
