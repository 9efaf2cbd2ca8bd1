export const greetingVariables = [
  "contact.firstName",
  "contact.name",
  "workspace.name",
  "department.name",
  "channel.name",
  "queue.place",
  "queue.wait",
  "hours.opensAt",
] as const;
export type GreetingVariable = (typeof greetingVariables)[number];

export type GreetingValues = Partial<Record<GreetingVariable, string | null>>;

/** With the comma and the space before it, which go where nothing is put in. */
const VARIABLE = /([,،]?[ \u00a0])?\{\{\s*([A-Za-z]+\.[A-Za-z]+)\s*(?:\|([^{}]*))?\}\}/g;

/**
 * Puts in what is known. `{{contact.firstName|there}}` says what stands in its place where it is not known; without that,
 * nothing does: nobody looks over what is sent by itself.
 */
export function fillGreeting(text: string, values: GreetingValues): string {
  return text.replace(VARIABLE, (_, before: string | undefined, name: string, instead: string | undefined) => {
    const value = values[name as GreetingVariable]?.trim() || instead?.trim();
    return value ? `${before ?? ""}${value}` : "";
  });
}

/** What a text names that there is not, each once. */
export function unknownVariables(text: string): string[] {
  const known: readonly string[] = greetingVariables;
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[2] ?? ""))].filter(
    (name) => !known.includes(name),
  );
}
