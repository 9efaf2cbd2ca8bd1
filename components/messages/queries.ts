import { type InfiniteData, infiniteQueryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { readThreadPart } from "@/components/threads/read-part";
import type { ListMessages } from "@/lib/messages/schemas";
import type { MessagePage } from "./merge";

export type Thread = InfiniteData<MessagePage, string | undefined>;

export const threadQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: keys.thread(conversationId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const route = "GET /conversations/:conversationId/messages" as const;
      const page = () => call<typeof ListMessages>(route, { conversationId, cursor, limit: 50 }, { signal });
      return cursor === undefined ? readThreadPart(conversationId, "messages", signal, page) : page();
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: MessagePage) => page.nextCursor ?? undefined,
  });
