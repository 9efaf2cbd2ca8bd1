const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const LONGEST = 2_000;

/** The web addresses in a text, each once; what ends a sentence is not part of one. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(LINK)].map(([link]) => link.replace(/[.,;:!?)\]}»”]+$/u, ""));
  return [...new Set(found)].filter((link) => link.length <= LONGEST && URL.canParse(link));
}
