import type { Message } from "@/lib/messages/types";

/** Newest first, as the server gives them. */
export type MessagePage = { items: Message[]; nextCursor: string | null };

function byTime(one: Message, other: Message): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id === other.id ? 0 : one.id < other.id ? 1 : -1;
}

/**
 * Puts a message into the loaded pages: in place of its former self, else where its time belongs. One that is older
 * than everything loaded stays out while there are more pages to load.
 */
export function mergeMessage(pages: MessagePage[], message: Message): MessagePage[] {
  const known = pages.some((page) => page.items.some(({ id }) => id === message.id));
  if (known) {
    return pages.map((page) =>
      page.items.some(({ id }) => id === message.id)
        ? { ...page, items: page.items.map((item) => (item.id === message.id ? message : item)) }
        : page,
    );
  }
  const at = pages.findIndex((page, index) => {
    const oldest = page.items.at(-1);
    const isEnd = index === pages.length - 1 && page.nextCursor === null;
    return isEnd || (oldest !== undefined && byTime(message, oldest) <= 0);
  });
  if (at === -1) return pages;
  return pages.map((page, index) => (index === at ? { ...page, items: [...page.items, message].sort(byTime) } : page));
}

/** Takes out what was taken back, or put off. */
export function withoutMessage(pages: MessagePage[], messageId: string): MessagePage[] {
  return pages.map((page) =>
    page.items.some(({ id }) => id === messageId)
      ? { ...page, items: page.items.filter(({ id }) => id !== messageId) }
      : page,
  );
}

/** All loaded messages, the oldest first. */
export function chronological(pages: MessagePage[]): Message[] {
  const seen = new Set<string>();
  return pages
    .flatMap((page) => page.items)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .reverse()
    .sort((one, other) => byTime(other, one));
}
