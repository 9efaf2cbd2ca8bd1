import { fold, wordsOf } from "./fold";
import type { ParsedQuery, Snippet } from "./types";

const LENGTH = 160;
const BEFORE = 40;
/** Of a text as long as WhatsApp lets it be, the beginning is enough for a line in a list. */
const READ = 10_000;
/** Written without spaces: a match may begin anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SEPARATOR = /[\p{P}\p{S}\p{Z}\p{C}]/u;
const PHONE = /^[-+0-9\s()./\u00a0\u2010-\u2013]+$/;

type Places = [number, number][];

/** The part of a text around the first place that was found, in one line, with all places in it. */
export function snippetOf(text: string, query: ParsedQuery): Snippet {
  const line = text.slice(0, READ).replace(/\s+/g, " ").trim();
  const places = placesIn(line, query);
  const start = startOf(line, places[0]?.[0] ?? 0);
  const end = Math.min(line.length, start + LENGTH);
  const [head, tail] = [start > 0 ? "…" : "", end < line.length ? "…" : ""];
  const moved = places
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): [number, number] => [from - start + head.length, to - start + head.length]);
  return { text: `${head}${line.slice(start, end).toWellFormed()}${tail}`, marks: moved };
}

/** Between words where it can be, so that the first one is whole. */
function startOf(line: string, first: number): number {
  if (first <= BEFORE || line.length <= LENGTH) return 0;
  const space = line.indexOf(" ", first - BEFORE);
  return space !== -1 && space < first ? space + 1 : first;
}

function placesIn(line: string, { words, exact }: ParsedQuery): Places {
  const { folded, places } = foldWithPlaces(line);
  const found: Places = [];
  const mark = (from: number, to: number) => found.push([places[from] ?? 0, places[to] ?? line.length]);
  const sought = [
    ...wordsOf(words).map((word) => ({ word, whole: false })),
    ...exact.flatMap(wordsOf).map((word) => ({ word, whole: true })),
  ];
  for (const { word, whole } of sought) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const begins = at === 0 || SEPARATOR.test(folded[at - 1] ?? "") || UNSPACED.test(word);
      const ends = !whole || at + word.length === folded.length || SEPARATOR.test(folded[at + word.length] ?? "");
      if (begins && (ends || UNSPACED.test(word))) mark(at, at + word.length);
    }
  }
  if (PHONE.test(words)) for (const [from, to] of numbersIn(line, words)) found.push([from, to]);
  return merged(found);
}

/** Where a number of the same last digits stands, however it is written. */
function numbersIn(line: string, words: string): Places {
  const digits = words.replace(/\D/g, "").replace(/^0+/, "");
  if (digits.length < 3) return [];
  for (const sought of [digits, digits.slice(-8)]) {
    const spaced = new RegExp(Array.from(sought).join("[^\\p{L}\\d]{0,3}"), "gu");
    const found = [...line.matchAll(spaced)].map(({ index, 0: whole }): [number, number] => [
      index,
      index + whole.length,
    ]);
    if (found.length > 0) return found;
  }
  return [];
}

/** The folded text, and for each of its places the one in the text that it came from. */
function foldWithPlaces(line: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of new Intl.Segmenter().segment(line)) {
    const part = fold(character.segment);
    for (let index = 0; index < part.length; index += 1) places.push(at);
    folded += part;
    at += character.segment.length;
  }
  places.push(at);
  return { folded, places };
}

function merged(found: Places): Places {
  const whole: Places = [];
  for (const [from, to] of found.sort(([one], [other]) => one - other)) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) whole.push([from, to]);
  }
  return whole;
}
