import type { QueryClient } from "@tanstack/react-query";
import type { MessagePage } from "@/components/messages/merge";
import { keys } from "@/components/queries/keys";
import type { ConversationSummary, ViewCounts } from "@/lib/conversations/types";
import type { Filter } from "./filter";
import type { ConversationPage } from "./patch-list";

/** What the server read for the first paint, and the moment of the event log before which it read. */
export type InboxSnapshot = {
  cursor: string;
  filter: Filter;
  list: ConversationPage;
  counts: ViewCounts;
  /** Null without a conversation in the URL, or when it is not there to be seen. */
  conversation: ConversationSummary | null;
  messages: MessagePage | null;
};

/** What is in the cache already is as new or newer: events keep it so. */
export function fillQueries(client: QueryClient, snapshot: InboxSnapshot): void {
  const { filter, list, counts, conversation, messages } = snapshot;
  const firstPage = <P>(page: P) => ({ pages: [page], pageParams: [undefined] });
  keepOr(client, keys.list(filter), firstPage(list));
  keepOr(client, keys.counts, counts);
  if (conversation) keepOr(client, keys.conversation(conversation.id), conversation);
  if (conversation && messages) keepOr(client, keys.thread(conversation.id), firstPage(messages));
}

function keepOr(client: QueryClient, key: readonly unknown[], value: unknown): void {
  if (client.getQueryData(key) === undefined) client.setQueryData(key, value);
}
