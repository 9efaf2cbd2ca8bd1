/** Text that PostgreSQL and people can hold. */

/** U+0000 cannot be stored and lone surrogates are not text: both become U+FFFD, so that nothing else is lost. */
export function storableText(value: string): string {
  return value.toWellFormed().replaceAll("\u0000", "\uFFFD");
}

/** The same for any JSON value, keys included. */
export function storableJson<T>(value: T): T {
  if (typeof value === "string") return storableText(value) as T;
  if (Array.isArray(value)) return value.map(storableJson) as T;
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [storableText(key), storableJson(inner)]),
    ) as T;
  }
  return value;
}

/** As a person reads and types it: without case, accents and width, so that `lea` finds Léa. */
export function foldText(value: string): string {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The lines of a text that say something, each once. */
export function linesIn(value: string): string[] {
  return [...new Set(value.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}

/** At most `length` code points, so that no emoji is cut in half. */
export function truncate(value: string, length: number): string {
  const points = Array.from(value);
  return points.length <= length ? value : `${points.slice(0, length - 1).join("")}…`;
}
