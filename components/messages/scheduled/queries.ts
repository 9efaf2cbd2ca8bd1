import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListScheduledMessages } from "@/lib/messages/schemas";

export const scheduledQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.scheduled(conversationId),
    queryFn: ({ signal }) =>
      call<typeof ListScheduledMessages>(
        "GET /conversations/:conversationId/scheduled",
        { conversationId },
        { signal },
      ),
  });
