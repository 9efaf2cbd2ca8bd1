"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMe } from "@/components/shell/me";
import { isUuid } from "@/lib/ids";
import { type Filter, queryOf, readFilter } from "./filter";

/**
 * What is looked at, as the URL says. Moving about changes the URL without asking the server for a page: everything is
 * here already, or comes through the API.
 */
export function useInboxUrl() {
  const { slug } = useMe().workspace;
  const filter = readFilter(useSearchParams());
  const last = usePathname().split("/")[3];
  const selectedId = isUuid(last) ? last : null;
  const hrefOf = (conversationId: string | null, shown: Filter = filter) =>
    `/${slug}/inbox${conversationId ? `/${conversationId}` : ""}${queryOf(shown)}`;
  return {
    filter,
    selectedId,
    hrefOf,
    select: (conversationId: string | null) => window.history.pushState(null, "", hrefOf(conversationId)),
    show: (shown: Filter) => window.history.pushState(null, "", hrefOf(selectedId, shown)),
  };
}

export type InboxUrl = ReturnType<typeof useInboxUrl>;

/** A plain click moves inside the page; with a modifier the browser opens the link as it always does. */
export function onPlainClick(run: () => void) {
  return (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    run();
  };
}
