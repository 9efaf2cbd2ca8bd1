import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListDrafts } from "@/lib/drafts/schemas";

export const draftsQuery = queryOptions({
  queryKey: keys.drafts,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListDrafts>("GET /drafts", { cursor, limit: 100 }, { signal })),
});
