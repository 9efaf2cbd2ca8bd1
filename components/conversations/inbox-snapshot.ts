import type { QueryClient } from "@tanstack/react-query";
import type { MessagePage } from "@/components/messages/merge";
import type { NotePage } from "@/components/notes/queries";
import { keys } from "@/components/queries/keys";
import type { ConversationSummary, ViewCounts } from "@/lib/conversations/types";
import type { Label } from "@/lib/labels/types";
import type { Filter } from "./filter";
import type { ConversationPage } from "./patch-list";
import type { TimelinePage } from "./queries";

/** What the server read for the first paint, and the moment of the event log before which it read. */
export type InboxSnapshot = {
  cursor: string;
  filter: Filter;
  list: ConversationPage;
  counts: ViewCounts;
  /** Null without a conversation in the URL, or when it is not there to be seen. */
  conversation: ConversationSummary | null;
  messages: MessagePage | null;
  notes: NotePage | null;
  timeline: TimelinePage | null;
  labels: Label[];
};

/** What is in the cache already is as new or newer: events keep it so. */
export function fillQueries(client: QueryClient, snapshot: InboxSnapshot): void {
  const { filter, list, counts, conversation, messages, notes, timeline, labels } = snapshot;
  const firstPage = <P>(page: P) => ({ pages: [page], pageParams: [undefined] });
  keepOr(client, keys.list(filter), firstPage(list));
  keepOr(client, keys.counts, counts);
  if (conversation) keepOr(client, keys.conversation(conversation.id), conversation);
  if (conversation && messages) keepOr(client, keys.thread(conversation.id), firstPage(messages));
  if (conversation && notes) keepOr(client, keys.notes(conversation.id), firstPage(notes));
  if (conversation && timeline) keepOr(client, keys.timeline(conversation.id), firstPage(timeline));
  keepOr(client, keys.labels, labels);
}

function keepOr(client: QueryClient, key: readonly unknown[], value: unknown): void {
  if (client.getQueryData(key) === undefined) client.setQueryData(key, value);
}
