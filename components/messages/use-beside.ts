"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { timelineQuery } from "@/components/conversations/queries";
import { linesOf } from "@/components/conversations/timeline-lines";
import { notesQuery } from "@/components/notes/queries";
import { useReadOn } from "@/components/queries/use-read-on";
import type { Beside } from "./thread-items";

/**
 * What stands between the messages of a thread, the oldest first.
 * @param since the oldest message that is loaded while there are older ones; what is before it comes with them
 */
export function useBeside(conversationId: string, since: string | null): Beside[] {
  const notes = useInfiniteQuery(notesQuery(conversationId));
  const timeline = useInfiniteQuery(timelineQuery(conversationId));
  const noteItems = useMemo(() => notes.data?.pages.flatMap((page) => page.items) ?? [], [notes.data]);
  const entries = useMemo(() => timeline.data?.pages.flatMap((page) => page.items) ?? [], [timeline.data]);
  useMoreUntil(since, noteItems.at(-1)?.at, notes);
  useMoreUntil(since, entries.at(-1)?.at, timeline);
  return useMemo(() => {
    const lines = linesOf(entries).map((entry) => ({
      kind: "line" as const,
      key: `line ${entry.id}`,
      at: entry.at,
      entry,
    }));
    const written = noteItems.map((note) => ({
      kind: "note" as const,
      key: `note ${note.clientId ?? note.id}`,
      at: note.at,
      note,
    }));
    return [...lines, ...written]
      .filter(({ at }) => since === null || at >= since)
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  }, [entries, noteItems, since]);
}

type Pages = Parameters<typeof useReadOn>[0] & { hasNextPage: boolean; isFetchingNextPage: boolean; isError: boolean };

/** Reads on as far back as the messages go. */
function useMoreUntil(since: string | null, oldest: string | undefined, pages: Pages): void {
  const { hasNextPage, isFetchingNextPage, isError } = pages;
  const readOn = useReadOn(pages);
  const isShort = oldest !== undefined && (since === null || oldest > since);
  const wanted = isShort && hasNextPage && !isFetchingNextPage && !isError;
  useEffect(() => {
    if (wanted) readOn();
  }, [wanted, readOn]);
}
