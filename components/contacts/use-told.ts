"use client";

import { useNow } from "next-intl";
import type { HistoryEntry } from "./queries";
import { useHistoryWords } from "./use-history-words";

export type Told = HistoryEntry & { text: string };

/** What can be told of a history: each entry with its sentence, without those that have none. */
export function useTold(): (entries: readonly HistoryEntry[]) => Told[] {
  const wordsOf = useHistoryWords();
  const now = useNow();
  return (entries) =>
    entries.flatMap((entry) => {
      const text = wordsOf(entry, now);
      return text === null ? [] : [{ ...entry, text }];
    });
}
