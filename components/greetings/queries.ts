import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListGreetings } from "@/lib/greetings/schemas";

export const greetingsQuery = queryOptions({
  queryKey: keys.greetings,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListGreetings>("GET /greetings", { cursor, limit: 100 }, { signal })),
});
