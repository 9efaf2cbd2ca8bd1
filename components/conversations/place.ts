import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import { put } from "@/components/queries/put";
import { readAgain } from "@/components/queries/read-again";
import type { ConversationSummary } from "@/lib/conversations/types";
import { belongs, type Filter, isAscending, isForServer, placeIn } from "./filter";
import { patchPages, removeFromPages } from "./patch-list";
import type { ConversationPages } from "./queries";

/** Brings a changed conversation into everything on the screen that shows it. */
export function placeConversation(client: QueryClient, changed: ConversationSummary, memberId: string): void {
  client.setQueryData(keys.conversation(changed.id), changed);
  for (const [key] of client.getQueriesData<ConversationPages>({ queryKey: keys.lists })) {
    const filter = key[1] as Filter;
    if (isForServer(filter)) {
      readAgain(client, key, { exact: true });
      continue;
    }
    const isMember = belongs(filter, changed, memberId);
    put<ConversationPages>(client, key, (pages) => ({
      ...pages,
      pages: patchPages(pages.pages, changed, isMember, (each) => placeIn(filter, each), isAscending(filter)),
    }));
  }
}

/** Takes a conversation that the member may no longer see off the screen. */
export function dropConversation(client: QueryClient, conversationId: string): void {
  for (const [key] of client.getQueriesData<ConversationPages>({ queryKey: keys.lists })) {
    put<ConversationPages>(client, key, (pages) => ({ ...pages, pages: removeFromPages(pages.pages, conversationId) }));
  }
  void client.resetQueries({ queryKey: keys.conversation(conversationId) });
}

/** What a list knows of a conversation already, to show before it has been read by itself. */
export function findInLists(client: QueryClient, conversationId: string): ConversationSummary | undefined {
  for (const [, pages] of client.getQueriesData<ConversationPages>({ queryKey: keys.lists })) {
    const found = pages?.pages.flatMap((page) => page.items).find(({ id }) => id === conversationId);
    if (found) return found;
  }
  return undefined;
}
