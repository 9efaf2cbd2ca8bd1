import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListQuickReplies } from "@/lib/quick-replies/schemas";

export const quickRepliesQuery = queryOptions({
  queryKey: keys.quickReplies,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListQuickReplies>("GET /quick-replies", { cursor, limit: 100 }, { signal })),
});
