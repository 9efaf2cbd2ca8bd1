import { foldText } from "@/lib/text";

export type Called = { id: string; name: string };

/** A stretch of a note's words: plain, or the name of somebody who is called, with its @. */
export type Piece = { text: string; called: Called | null };

/** Cuts words where somebody is called. Of names that begin alike the longest counts. */
export function piecesOf(text: string, called: readonly Called[]): Piece[] {
  const byLength = called.toSorted((one, other) => other.name.length - one.name.length);
  const pieces: Piece[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const found =
      text[at] === "@" && !isInWord(text, at) ? byLength.find(({ name }) => standsAt(text, at + 1, name)) : undefined;
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== "") pieces.push({ text: plain, called: null });
    plain = "";
    pieces.push({ text: `@${found.name}`, called: found });
    at += found.name.length + 1;
  }
  if (plain !== "") pieces.push({ text: plain, called: null });
  return pieces;
}

/** Who of those who may see the conversation is called in some words. */
export function calledIn(text: string, audience: readonly Called[]): Called[] {
  const ids = new Set(piecesOf(text, audience).flatMap(({ called }) => called?.id ?? []));
  return audience.filter(({ id }) => ids.has(id));
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
}

function standsAt(text: string, at: number, name: string): boolean {
  if (name === "" || !text.startsWith(name, at)) return false;
  const next = text.slice(at + name.length, at + name.length + 2);
  return next === "" || !/^[\p{L}\p{N}]/u.test(next);
}

export type Asked = { from: number; query: string };

const LONGEST_QUERY = 40;

/** What is typed after an @ before the caret, while it may still become a name; null elsewhere. */
export function askedBefore(text: string, caret: number, audience: readonly Called[]): Asked | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from === -1 || (from > 0 && !/[\s(]/.test(before[from - 1] ?? ""))) return null;
  const query = before.slice(from + 1);
  if (query.length > LONGEST_QUERY || query.includes("\n")) return null;
  return matching(query, audience).length > 0 ? { from, query } : null;
}

/** Those whose name, or a word of it, begins with what is typed. */
export function matching(query: string, audience: readonly Called[]): Called[] {
  const wanted = foldText(query);
  if (wanted.endsWith(" ")) return audience.filter(({ name }) => foldText(name).startsWith(wanted));
  return audience.filter(({ name }) => {
    const whole = foldText(name);
    return whole.startsWith(wanted) || whole.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}
