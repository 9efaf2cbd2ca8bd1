import type { QueryClient } from "@tanstack/react-query";
import { call } from "@/components/api";
import { type Notes, notesQuery } from "@/components/notes/queries";
import { keys } from "@/components/queries/keys";
import type { ListNotes } from "@/lib/notes/schemas";
import { type Thread, threadQuery } from "./queries";
import { MOST_READS, readPage } from "./read-back";

type Target = { noteId: string; conversationId: string; isWanted: () => boolean };

/** Reads a conversation's notes back to one of them, and its messages back to the time of it: it stands among those. */
export async function readBackToNote(client: QueryClient, { noteId, conversationId, isWanted }: Target): Promise<void> {
  await Promise.all([
    client.ensureInfiniteQueryData(notesQuery(conversationId)),
    client.ensureInfiniteQueryData(threadQuery(conversationId)),
  ]);
  const notes = () => client.getQueryData<Notes>(keys.notes(conversationId))?.pages ?? [];
  const find = () =>
    notes()
      .flatMap((page) => page.items)
      .find(({ id }) => id === noteId);
  for (let reads = 0; !find() && reads < MOST_READS && isWanted(); reads += 1) {
    const cursor = notes().at(-1)?.nextCursor;
    if (!cursor) return;
    await readNotes(client, conversationId, cursor);
  }
  const at = find()?.at;
  const pages = () => client.getQueryData<Thread>(keys.thread(conversationId))?.pages ?? [];
  for (let reads = 0; at && reads < MOST_READS && isWanted(); reads += 1) {
    const last = pages().at(-1);
    if (!last?.nextCursor || (last.items.at(-1)?.at ?? "") < at) return;
    await readPage(client, conversationId, last.nextCursor);
  }
}

async function readNotes(client: QueryClient, conversationId: string, cursor: string): Promise<void> {
  const input = { conversationId, cursor, limit: 50 };
  const page = await call<typeof ListNotes>("GET /conversations/:conversationId/notes", input);
  client.setQueryData<Notes>(keys.notes(conversationId), (known) =>
    known?.pages.at(-1)?.nextCursor === cursor
      ? { pages: [...known.pages, page], pageParams: [...known.pageParams, cursor] }
      : known,
  );
}
