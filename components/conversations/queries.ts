import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { CountConversations, ListConversations, ReadConversation } from "@/lib/conversations/schemas";
import type { Filter } from "./filter";
import type { ConversationPage } from "./patch-list";

export type ConversationPages = InfiniteData<ConversationPage, string | undefined>;

export const listQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListConversations>(
        "GET /conversations",
        { view: filter.view, departmentId: filter.departmentId ?? undefined, cursor: pageParam, limit: 50 },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ConversationPage) => page.nextCursor ?? undefined,
  });

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => call<typeof CountConversations>("GET /conversations/counts", {}, { signal }),
});

export const conversationQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.conversation(conversationId),
    queryFn: ({ signal }) =>
      call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId }, { signal }),
  });

/** Open and earlier conversations of one contact, the latest first. */
export const ofContactQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.ofContact(contactId),
    queryFn: ({ signal }) => call<typeof ListConversations>("GET /conversations", { contactId, limit: 10 }, { signal }),
  });
