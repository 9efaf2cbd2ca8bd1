const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  }
  return "";
}

/** One or two letters for a name in any script; `@j` for a username, `#` where there is no letter at all. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed.startsWith("@")) return `@${firstLetter(trimmed)}`.toLowerCase();
  if (/^\+?[\d\s().-]+$/.test(trimmed)) return trimmed.replace(/\D/g, "").slice(-2) || "#";
  const letters = trimmed.split(/\s+/).map(firstLetter).filter(Boolean);
  const [first, last] = [letters[0] ?? "#", letters.length > 1 ? letters.at(-1) : ""];
  return `${first}${last}`.toLocaleUpperCase();
}
