import { type InfiniteData, infiniteQueryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListMessages } from "@/lib/messages/schemas";
import type { MessagePage } from "./merge";

export type Thread = InfiniteData<MessagePage, string | undefined>;

export const threadQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: keys.thread(conversationId),
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListMessages>(
        "GET /conversations/:conversationId/messages",
        { conversationId, cursor: pageParam, limit: 50 },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: MessagePage) => page.nextCursor ?? undefined,
  });
