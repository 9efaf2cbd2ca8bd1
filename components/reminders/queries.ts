import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListReminders } from "@/lib/reminders/schemas";

export const remindersQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.reminders(conversationId),
    queryFn: ({ signal }) =>
      call<typeof ListReminders>("GET /conversations/:conversationId/reminders", { conversationId }, { signal }),
    select: ({ items }) => items,
  });
