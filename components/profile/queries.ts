import { queryOptions } from "@tanstack/react-query";
import { call, type Output, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListMySessions } from "@/lib/auth/schemas";

export type MySession = Output<typeof ListMySessions>["items"][number];

export const mySessionsQuery = queryOptions({
  queryKey: keys.settings("my-sessions"),
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListMySessions>("GET /me/sessions", { cursor, limit: 100 }, { signal })),
});
