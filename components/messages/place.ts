import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import type { Message } from "@/lib/messages/types";
import { mergeMessage } from "./merge";
import type { Thread } from "./queries";

/** Brings a new or changed message into its thread, where that is loaded. */
export function placeMessage(client: QueryClient, message: Message): void {
  client.setQueryData<Thread>(
    keys.thread(message.conversationId),
    (thread) => thread && { ...thread, pages: mergeMessage(thread.pages, message) },
  );
}
