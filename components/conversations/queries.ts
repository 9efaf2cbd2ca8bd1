import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { readThreadPart } from "@/components/threads/read-part";
import type {
  CountConversations,
  ListConversations,
  ListTimeline,
  ReadConversation,
  ReadPreviousConversation,
} from "@/lib/conversations/schemas";
import type { TimelineEntry } from "@/lib/conversations/types";
import { askedOf, type Filter, isByTheClock } from "./filter";
import type { ConversationPage } from "./patch-list";

export type ConversationPages = InfiniteData<ConversationPage, string | undefined>;

const CLOCK_MS = 60_000;

export const listQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListConversations>(
        "GET /conversations",
        { ...askedOf(filter), cursor: pageParam, limit: 50 },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ConversationPage) => page.nextCursor ?? undefined,
    refetchInterval: isByTheClock(filter) ? CLOCK_MS : false,
  });

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => call<typeof CountConversations>("GET /conversations/counts", {}, { signal }),
});

export const conversationQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.conversation(conversationId),
    queryFn: ({ signal }) =>
      readThreadPart(conversationId, "conversation", signal, () =>
        call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId }, { signal }),
      ),
  });

export type TimelinePage = { items: TimelineEntry[]; nextCursor: string | null };

/** What was done with a conversation, the newest first. */
export const timelineQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(conversationId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const route = "GET /conversations/:conversationId/timeline" as const;
      const page = () => call<typeof ListTimeline>(route, { conversationId, cursor, limit: 100 }, { signal });
      return cursor === undefined ? readThreadPart(conversationId, "timeline", signal, page) : page();
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: TimelinePage) => page.nextCursor ?? undefined,
  });

/** The contact's conversation before this one, and who resolved it; null where there is none. */
export const previousQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.previous(conversationId),
    queryFn: async ({ signal }) => {
      const route = "GET /conversations/:conversationId/previous" as const;
      return (await call<typeof ReadPreviousConversation>(route, { conversationId }, { signal })).previous;
    },
  });

/** Open and earlier conversations of one contact, the latest first. */
export const ofContactQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.ofContact(contactId),
    queryFn: ({ signal }) => call<typeof ListConversations>("GET /conversations", { contactId, limit: 10 }, { signal }),
  });
