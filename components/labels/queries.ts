import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListLabels } from "@/lib/labels/schemas";

export const labelsQuery = queryOptions({
  queryKey: keys.labels,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListLabels>("GET /labels", { cursor, limit: 100 }, { signal })),
});
