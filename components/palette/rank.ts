import { foldText } from "@/lib/text";

/** How well something fits what was typed: 0, not at all. Each word that was typed has to be there, best as a beginning. */
export function rank(words: readonly string[], typed: string): number {
  const sought = foldText(typed).split(/\s+/).filter(Boolean);
  const text = foldText(words.join(" "));
  let score = 1;
  for (const each of sought) {
    const at = text.indexOf(each);
    if (at === -1) return 0;
    const isBeginning = at === 0 || text.includes(` ${each}`);
    score *= at === 0 ? 1 : isBeginning ? 0.8 : 0.4;
  }
  return score;
}
