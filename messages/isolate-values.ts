const VALUE = /\{\w+\}/g;

/**
 * Messages whose values keep their own direction: in a line that runs right to left, the groups of a phone number or
 * the parts of a Latin name would otherwise change places.
 */
export function isolateValues<T>(messages: T): T {
  if (typeof messages === "string") return messages.replaceAll(VALUE, "\u2068$&\u2069") as T;
  const entries = Object.entries(messages as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, inner]) => [key, isolateValues(inner)])) as T;
}
