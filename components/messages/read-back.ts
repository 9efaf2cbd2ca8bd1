import type { QueryClient } from "@tanstack/react-query";
import { call } from "@/components/api";
import { previousQuery } from "@/components/conversations/queries";
import { keys } from "@/components/queries/keys";
import type { ListMessages } from "@/lib/messages/schemas";
import { type Thread, threadQuery } from "./queries";

/** A thousand messages each, at most. */
export const MOST_READS = 20;

type Target = {
  messageId: string;
  /** Where the reader is, and where the message stands: the same, or an earlier one of the contact. */
  from: string;
  to: string;
  isWanted: () => boolean;
};

/** Reads a thread, and the conversations before it, back to a message, without a gap. */
export async function readBackTo(client: QueryClient, { messageId, from, to, isWanted }: Target): Promise<void> {
  let reads = 0;
  const mayRead = () => reads < MOST_READS && isWanted();

  async function readAllOf(conversationId: string, until: string | undefined) {
    await client.ensureInfiniteQueryData(threadQuery(conversationId));
    const pagesOf = () => client.getQueryData<Thread>(keys.thread(conversationId))?.pages ?? [];
    const isThere = () => pagesOf().some((page) => page.items.some(({ id }) => id === until));
    for (let cursor = pagesOf().at(-1)?.nextCursor; cursor && mayRead() && !isThere(); reads += 1) {
      await readPage(client, conversationId, cursor, until);
      cursor = pagesOf().at(-1)?.nextCursor;
    }
  }

  for (let conversationId = from; mayRead(); reads += 1) {
    if (conversationId === to) return readAllOf(conversationId, messageId);
    await readAllOf(conversationId, undefined);
    const previous = await client.ensureQueryData(previousQuery(conversationId));
    if (!previous) return;
    conversationId = previous.id;
  }
}

export async function readPage(client: QueryClient, conversationId: string, cursor: string, until?: string) {
  const page = await call<typeof ListMessages>("GET /conversations/:conversationId/messages", {
    conversationId,
    cursor,
    ...(until ? { until } : { limit: 100 }),
  });
  client.setQueryData<Thread>(keys.thread(conversationId), (thread) =>
    // The reader may have scrolled back meanwhile: then this page is there already, or begins elsewhere.
    thread?.pages.at(-1)?.nextCursor === cursor
      ? { pages: [...thread.pages, page], pageParams: [...thread.pageParams, cursor] }
      : thread,
  );
}
