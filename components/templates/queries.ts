import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, type Output } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListTemplateSyncs, ListTemplates } from "@/lib/templates/schemas";

export type TemplateFilter = { channelId: string; search: string; language: string; favourites: boolean };
export type TemplatePage = Output<typeof ListTemplates>;

export const templatesQuery = ({ channelId, search, language, favourites }: TemplateFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.templates, "list", channelId, search, language, favourites] as const,
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListTemplates>(
        "GET /templates",
        {
          channelId,
          limit: 50,
          cursor: pageParam,
          search: search || undefined,
          language: language || undefined,
          favourites: favourites ? "true" : undefined,
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: TemplatePage) => page.nextCursor ?? undefined,
  });

const WHILE_READING_MS = 1_000;

/** Asked again and again while a list is being read. */
export const syncsQuery = queryOptions({
  queryKey: [...keys.templates, "syncs"] as const,
  queryFn: ({ signal }) => call<typeof ListTemplateSyncs>("GET /templates/syncs", {}, { signal }),
  refetchInterval: ({ state }) =>
    state.data?.items.some((sync) => sync.state === "running" || sync.state === "waiting") ? WHILE_READING_MS : false,
});
