import { type FoundLink, findLinks } from "./links";
import type { Emphasis, Inline } from "./nodes";

const markers: Record<string, Emphasis> = { "*": "bold", _: "italic", "~": "strike", "`": "code" };
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

/** One line of WhatsApp's markup. Linear in its length, whatever is written. */
export function parseInline(text: string): Inline[] {
  return parse(text, findLinks(text), 0, text.length, Object.keys(markers));
}

function parse(text: string, links: FoundLink[], from: number, to: number, allowed: string[]): Inline[] {
  const nodes: Inline[] = [];
  const hopeless = new Set<string>();
  let linkAt = links.findIndex((link) => link.start >= from);
  let plainFrom = from;
  let at = from;
  const flush = (until: number) => {
    if (until > plainFrom) nodes.push(text.slice(plainFrom, until));
  };
  while (at < to) {
    const link = linkAt === -1 ? undefined : links[linkAt];
    if (link && link.start === at && link.end <= to) {
      flush(at);
      nodes.push({ kind: "link", href: link.href, text: text.slice(link.start, link.end) });
      at = plainFrom = link.end;
      linkAt += 1;
      continue;
    }
    const marker = text[at] ?? "";
    const kind = markers[marker];
    if (kind && allowed.includes(marker) && !hopeless.has(marker) && opens(text, at, to)) {
      const close = closerOf(text, links, marker, at, to);
      if (close === -1) {
        // Whether a marker closes depends on what stands around it alone, so no later opener will find one either.
        hopeless.add(marker);
      } else {
        flush(at);
        const rest = kind === "code" ? [] : allowed.filter((other) => other !== marker);
        const children = kind === "code" ? [text.slice(at + 1, close)] : parse(text, links, at + 1, close, rest);
        nodes.push({ kind, children });
        at = plainFrom = close + 1;
        while (linkAt !== -1 && linkAt < links.length && (links[linkAt]?.start ?? 0) < at) linkAt += 1;
        continue;
      }
    }
    at += 1;
  }
  flush(to);
  return nodes;
}

function opens(text: string, at: number, to: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = at + 1 < to ? (text[at + 1] ?? " ") : " ";
  return !WORD.test(before) && !SPACE.test(after) && after !== text[at];
}

function closerOf(text: string, links: FoundLink[], marker: string, opener: number, to: number): number {
  let linkAt = 0;
  for (let at = text.indexOf(marker, opener + 2); at !== -1 && at < to; at = text.indexOf(marker, at + 1)) {
    while (linkAt < links.length && (links[linkAt]?.end ?? 0) <= at) linkAt += 1;
    const link = links[linkAt];
    if (link && link.start <= at) continue;
    if (!SPACE.test(text[at - 1] ?? " ") && !WORD.test(at + 1 < to ? (text[at + 1] ?? " ") : " ")) return at;
  }
  return -1;
}
