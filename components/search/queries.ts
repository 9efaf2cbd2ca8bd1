import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type * as z from "zod";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { Search } from "@/lib/search/schemas";

type SearchPage = z.output<typeof Search.output>;

/** Contacts and notes come with the first page; what follows is messages alone. What was found before stays until then. */
export const searchQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: keys.search(q),
    queryFn: ({ pageParam, signal }) =>
      call<typeof Search>(
        "GET /search",
        {
          q,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          ...(pageParam === undefined ? {} : { cursor: pageParam, kind: "messages" as const }),
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: SearchPage) => page.messages.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    enabled: q !== "",
  });
