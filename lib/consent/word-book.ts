import type { Transaction } from "@/db/transaction";
import { SECOND } from "@/lib/time";
import { defaultWords } from "./default-words";
import { foldWord } from "./fold";
import type { ConsentState, ConsentWords, WordKind } from "./types";

/** A workspace's words, ready for comparing. */
export type WordBook = {
  /** What a folded message says; null for anything but one of the words. */
  find: (folded: string) => { kind: WordKind; language: string } | null;
  /** What is answered, in the contact's language if there are words in it, else in that of the word. */
  textFor: (state: ConsentState, languages: { contact: string | null; word: string }) => string;
};

export async function readWords(tx: Transaction, tenantId: string): Promise<{ words: ConsentWords[]; isOwn: boolean }> {
  const { rows } = await tx.$client.query<ConsentWords>({
    name: "read_consent_words",
    text: `select language, stop_words as "stopWords", start_words as "startWords", stop_text as "stopText",
      start_text as "startText" from consent_words where tenant_id = $1`,
    values: [tenantId],
  });
  return rows.length === 0 ? { words: [...defaultWords], isOwn: false } : { words: rows.sort(inOrder), isOwn: true };
}

const places = defaultWords.map(({ language }) => language);

/** As they are offered, then the rest: where a word belongs to several languages, the first answers. */
function inOrder(one: ConsentWords, other: ConsentWords): number {
  return place(one) - place(other) || (one.language < other.language ? -1 : 1);
}

function place({ language }: ConsentWords): number {
  const at = places.indexOf(language);
  return at === -1 ? places.length : at;
}

export function makeWordBook(words: readonly ConsentWords[]): WordBook {
  const meanings = new Map<string, { kind: WordKind; language: string }>();
  const note = (kind: WordKind, language: string, list: string[]) => {
    for (const folded of list.map(foldWord)) {
      if (folded !== "" && !meanings.has(folded)) meanings.set(folded, { kind, language });
    }
  };
  for (const { language, stopWords, startWords } of words) {
    note("stop", language, stopWords);
    note("start", language, startWords);
  }
  return {
    find: (folded) => meanings.get(folded) ?? null,
    textFor: (state, languages) => {
      const spoken = words.find(({ language }) => language === languages.contact?.slice(0, 2));
      const chosen = spoken ?? words.find(({ language }) => language === languages.word);
      return (state === "withdrawn" ? chosen?.stopText : chosen?.startText) ?? "";
    },
  };
}

/** Words are edited in another process than the one that hears them: so long may an edit take to be in force. */
const KEPT_MS = 2 * SECOND;
const MOST_KEPT = 1_000;
const kept = new Map<string, { book: WordBook; untilMs: number }>();

/** The words in force, read at most every two seconds: customers write thousands of messages a second, and few words. */
export async function wordBookOf(tx: Transaction, tenantId: string): Promise<WordBook> {
  const known = kept.get(tenantId);
  if (known && known.untilMs > Date.now()) return known.book;
  const { words } = await readWords(tx, tenantId);
  const book = makeWordBook(words);
  kept.delete(tenantId);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(tenantId, { book, untilMs: Date.now() + KEPT_MS });
  return book;
}

/** After an edit in this process. */
export function forgetWordBook(tenantId: string): void {
  kept.delete(tenantId);
}
