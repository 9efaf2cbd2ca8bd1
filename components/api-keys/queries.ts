import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListApiKeys } from "@/lib/auth/schemas";

export const apiKeysQuery = queryOptions({
  queryKey: keys.settings("api-keys"),
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListApiKeys>("GET /api-keys", { cursor, limit: 100 }, { signal })),
});
