import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import { put } from "@/components/queries/put";
import type { Message } from "@/lib/messages/types";
import { mergeMessage, withoutMessage } from "./merge";
import type { Thread } from "./queries";

/** Brings a new or changed message into its thread, where that is loaded; what waits for later stands in a list of its own. */
export function placeMessage(client: QueryClient, message: Message): void {
  const isThere = message.status !== "scheduled" && message.status !== "cancelled";
  put<Thread>(client, keys.thread(message.conversationId), (thread) => ({
    ...thread,
    pages: isThere ? mergeMessage(thread.pages, message) : withoutMessage(thread.pages, message.id),
  }));
  if (message.scheduledFor) void client.invalidateQueries({ queryKey: keys.scheduled(message.conversationId) });
}
