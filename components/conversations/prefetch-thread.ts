import type { QueryClient } from "@tanstack/react-query";
import { threadQuery } from "@/components/messages/queries";
import { notesQuery } from "@/components/notes/queries";
import { timelineQuery } from "./queries";

/** Reads what a thread shows before it is opened. */
export function prefetchThread(client: QueryClient, conversationId: string): void {
  void client.prefetchInfiniteQuery(threadQuery(conversationId));
  void client.prefetchInfiniteQuery(notesQuery(conversationId));
  void client.prefetchInfiniteQuery(timelineQuery(conversationId));
}
