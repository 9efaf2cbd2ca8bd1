export type FoundLink = { start: number; end: number; href: string };

// The bound on the local part of an address keeps a long word without an @ from costing its square.
const CANDIDATE =
  /https?:\/\/[^\s<>"]+|www\.[^\s<>"]+|mailto:[^\s<>"]+|tel:\+?[\d().-]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+/giu;
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Links in a text, in order: http, https, mailto and tel, and nothing else. */
export function findLinks(text: string): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const shown = withoutTrailingPunctuation(match[0]);
    const href = hrefOf(shown);
    if (href) links.push({ start: match.index, end: match.index + shown.length, href });
  }
  return links;
}

/** The URL behind what was written; null for anything but the four schemes. */
export function hrefOf(written: string): string | null {
  const complete = /^www\./i.test(written)
    ? `https://${written}`
    : /^[a-z]+:/i.test(written)
      ? written
      : `mailto:${written}`;
  try {
    const url = new URL(complete);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function withoutTrailingPunctuation(written: string): string {
  let end = written.length;
  while (end > 0) {
    const last = written[end - 1] ?? "";
    const closesWhatItOpened = last === ")" && written.slice(0, end - 1).includes("(");
    if (!/[.,;:!?'"”’*_~)\]}]/.test(last) || closesWhatItOpened) break;
    end -= 1;
  }
  return written.slice(0, end);
}
