/** Codes of Meta's that mean the same: the first, the last, and under which one the words stand. */
const alike: [number, number, number][] = [
  [190, 190, 0],
  [200, 299, 200],
  [131016, 131016, 131000],
  [131041, 131041, 131020],
  [131064, 131064, 131063],
  [131065, 131065, 131061],
  [131201, 131215, 131201],
  [132008, 132008, 132012],
  [138000, 138013, 138000],
  [138038, 138038, 138018],
  [139000, 139004, 139000],
];

/** Under which key the words of a refusal stand. */
export function wordsKey(code: string): string {
  if (code.endsWith("_not_found")) return "not_found";
  if (!code.startsWith("meta_")) return code;
  const number = Number(code.slice("meta_".length));
  const [, , first = number] = alike.find(([from, to]) => number >= from && number <= to) ?? [];
  return `meta_${first}`;
}
