import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListHours } from "@/lib/hours/schemas";

export const hoursQuery = queryOptions({
  queryKey: keys.hours,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListHours>("GET /hours", { cursor, limit: 100 }, { signal })),
});
