import type { ConversationSummary } from "@/lib/conversations/types";

export type ConversationPage = { items: ConversationSummary[]; nextCursor: string | null };

/** What a list is sorted by. */
type PlaceOf = (conversation: ConversationSummary) => string;

const byActivity: PlaceOf = ({ lastActivityAt }) => lastActivityAt;

/** The latest first unless it is asked for the other way, as the server sorts. */
function compare(placeOf: PlaceOf, isAscending: boolean) {
  return (one: ConversationSummary, other: ConversationSummary): number => {
    const [a, b] = [placeOf(one), placeOf(other)];
    if (a !== b) return a < b === isAscending ? -1 : 1;
    return one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
  };
}

/**
 * Puts a conversation where it belongs in the loaded pages, or takes it out when it belongs no more. One that would
 * stand below everything loaded stays out: its page will bring it.
 */
export function patchPages(
  pages: ConversationPage[],
  changed: ConversationSummary,
  isMember: boolean,
  placeOf: PlaceOf = byActivity,
  isAscending = false,
): ConversationPage[] {
  const byPlace = compare(placeOf, isAscending);
  const without = pages.map((page) => removeFrom(page, changed.id));
  if (!isMember) return without;
  const at = without.findIndex((page, index) => {
    const last = page.items.at(-1);
    const isEnd = index === without.length - 1 && page.nextCursor === null;
    return isEnd || (last !== undefined && byPlace(changed, last) <= 0);
  });
  if (at === -1) return without;
  return without.map((page, index) =>
    index === at ? { ...page, items: [...page.items, changed].sort(byPlace) } : page,
  );
}

export function removeFromPages(pages: ConversationPage[], conversationId: string): ConversationPage[] {
  return pages.map((page) => removeFrom(page, conversationId));
}

function removeFrom(page: ConversationPage, conversationId: string): ConversationPage {
  return page.items.some((item) => item.id === conversationId)
    ? { ...page, items: page.items.filter((item) => item.id !== conversationId) }
    : page;
}
