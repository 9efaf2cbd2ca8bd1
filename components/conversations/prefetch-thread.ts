import type { QueryClient } from "@tanstack/react-query";
import { threadQuery } from "@/components/messages/queries";
import { notesQuery } from "@/components/notes/queries";
import { conversationQuery, timelineQuery } from "./queries";

/** Reads what a thread shows, in one request. What is here already stays. */
export function prefetchThread(client: QueryClient, conversationId: string): void {
  void client.prefetchQuery(conversationQuery(conversationId));
  void client.prefetchInfiniteQuery(threadQuery(conversationId));
  void client.prefetchInfiniteQuery(notesQuery(conversationId));
  void client.prefetchInfiniteQuery(timelineQuery(conversationId));
}
