import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { CountViews, ListViews } from "@/lib/views/schemas";

export const viewsQuery = queryOptions({
  queryKey: keys.views,
  queryFn: async ({ signal }) => (await call<typeof ListViews>("GET /views", {}, { signal })).items,
});

export const viewCountsQuery = queryOptions({
  queryKey: keys.viewCounts,
  queryFn: async ({ signal }) => {
    const { items } = await call<typeof CountViews>("GET /views/counts", {}, { signal });
    return new Map(items.map(({ id, count }) => [id, count]));
  },
  // Some hold what the clock alone changes.
  refetchInterval: 60_000,
});
