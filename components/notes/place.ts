import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import { put } from "@/components/queries/put";
import type { Note } from "@/lib/notes/types";
import type { NotePage, Notes } from "./queries";

/** Brings a written or changed note into its thread, in place of what stood there for it. */
export function placeNote(client: QueryClient, note: Note): void {
  change(client, note.conversationId, (pages) => {
    const others = pages.map((page) => without(page, note));
    const [first = { items: [], nextCursor: null }, ...rest] = others;
    return [{ ...first, items: [note, ...first.items].sort(byTime) }, ...rest];
  });
}

export function dropNote(client: QueryClient, note: Pick<Note, "id" | "conversationId" | "clientId">): void {
  change(client, note.conversationId, (pages) => pages.map((page) => without(page, note)));
}

function change(client: QueryClient, conversationId: string, update: (pages: NotePage[]) => NotePage[]): void {
  put<Notes>(client, keys.notes(conversationId), (notes) => ({ ...notes, pages: update(notes.pages) }));
}

function without(page: NotePage, { id, clientId }: Pick<Note, "id" | "clientId">): NotePage {
  const isIt = (note: Note) => note.id === id || (clientId !== null && note.clientId === clientId);
  return page.items.some(isIt) ? { ...page, items: page.items.filter((note) => !isIt(note)) } : page;
}

function byTime(one: Note, other: Note): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}
