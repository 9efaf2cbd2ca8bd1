import { loadEmoji } from "./catalogue";
import { inTone, readTone } from "./habits";
import { searchEmoji } from "./search";

type FoundEmoji = { unicode: string; label: string };

/** Finds emoji by their names in a language, in the skin tone that the member uses. */
export async function finderIn(locale: string): Promise<(query: string) => FoundEmoji[]> {
  const groups = await loadEmoji(locale);
  return (query) =>
    searchEmoji(groups, query.replace(/[_-]/g, " ")).map((each) => ({
      unicode: inTone(each, readTone()),
      label: each.label,
    }));
}
