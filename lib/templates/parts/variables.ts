const VARIABLE = /\{\{\s*([a-zA-Z0-9_]+)\s*\}\}/g;

/** The names of a text's variables, each once: numbers in their order, names as they appear. */
export function variablesOf(text: string): string[] {
  const names = [...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name))];
  return names.every(isNumber) ? names.sort((one, other) => Number(one) - Number(other)) : names;
}

/** Each variable with its value; one without a value stays as it is. A value is never searched for variables. */
export function fillText(text: string, valueFor: (name: string) => string | undefined): string {
  return text.replace(VARIABLE, (whole, name: string) => valueFor(name) || whole);
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}
