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
  const params = useSearchParams();
  const filter = readFilter(params);
  const message = params.get("message");
  const last = usePathname().split("/")[3];
  const selectedId = isUuid(last) ? last : null;
  const hrefOf = (conversationId: string | null, shown: Filter = filter, messageId?: string) => {
    const query = queryOf(shown);
    const place = messageId ? `${query === "" ? "?" : `${query}&`}message=${messageId}` : query;
    return `/${slug}/inbox${conversationId ? `/${conversationId}` : ""}${place}`;
  };
  return {
    filter,
    selectedId,
    /** The message of the conversation that was asked for. */
    messageId: isUuid(message) ? message : null,
    hrefOf,
    select: (conversationId: string | null, messageId?: string) =>
      window.history.pushState(null, "", hrefOf(conversationId, filter, messageId)),
    show: (shown: Filter) => window.history.pushState(null, "", hrefOf(selectedId, shown)),
  };
}

export type InboxUrl = ReturnType<typeof useInboxUrl>;
