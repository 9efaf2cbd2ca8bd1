import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListChannels } from "@/lib/channels/schemas";

export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListChannels>("GET /channels", { cursor, limit: 100 }, { signal })),
});
