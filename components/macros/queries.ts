import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListMacros } from "@/lib/macros/schemas";

export const macrosQuery = queryOptions({
  queryKey: keys.macros,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListMacros>("GET /macros", { cursor, limit: 100 }, { signal })),
});
