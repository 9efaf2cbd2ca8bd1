import { foldText } from "@/lib/text";
import type { Emoji, EmojiGroup } from "./catalogue";

const MOST_FOUND = 80;

/** Emoji by words: what begins with the name comes first, then by its tags, then by any part of the name. */
export function searchEmoji(groups: readonly EmojiGroup[], query: string): Emoji[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const ranked = groups.flatMap(({ emoji }) =>
    emoji.flatMap((each) => {
      const rank = rankOf(each, words);
      return rank === null ? [] : [{ each, rank }];
    }),
  );
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_FOUND)
    .map(({ each }) => each);
}

/** Every word has to be found; the worst of them counts. */
function rankOf({ label, tags }: Emoji, words: string[]): number | null {
  const name = foldText(label);
  const folded = tags.map(foldText);
  let worst = 0;
  for (const word of words) {
    const rank = name.startsWith(word)
      ? 0
      : folded.includes(word)
        ? 1
        : folded.some((tag) => tag.startsWith(word)) || name.includes(` ${word}`)
          ? 2
          : name.includes(word)
            ? 3
            : null;
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}
