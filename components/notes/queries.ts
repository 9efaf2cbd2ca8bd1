import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { readThreadPart } from "@/components/threads/read-part";
import type { ListAudience } from "@/lib/conversations/schemas";
import type { ListNotes } from "@/lib/notes/schemas";
import type { Note } from "@/lib/notes/types";

export type NotePage = { items: Note[]; nextCursor: string | null };
export type Notes = InfiniteData<NotePage, string | undefined>;

/** A conversation's notes, the newest first. */
export const notesQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: keys.notes(conversationId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const route = "GET /conversations/:conversationId/notes" as const;
      const page = () => call<typeof ListNotes>(route, { conversationId, cursor, limit: 50 }, { signal });
      return cursor === undefined ? readThreadPart(conversationId, "notes", signal, page) : page();
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: NotePage) => page.nextCursor ?? undefined,
  });

/** Whom a note in a conversation can call. */
export const audienceQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.audience(conversationId),
    queryFn: ({ signal }) =>
      call<typeof ListAudience>("GET /conversations/:conversationId/audience", { conversationId }, { signal }),
    select: ({ items }) => items,
  });
