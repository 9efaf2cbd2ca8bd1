"use client";

import { useQueryClient } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useMe } from "@/components/shell/me";
import { isUuid } from "@/lib/ids";
import { type Filter, queryOf, readFilter } from "./filter";
import { prefetchThread } from "./prefetch-thread";

/** Where in a conversation one wants to be. */
type Spot = { kind: "message" | "note"; id: string };

/**
 * What is looked at, as the URL says. Moving about changes the URL without asking the server for a page: everything is
 * here already, or comes through the API.
 */
export function useInboxUrl() {
  const { slug } = useMe().workspace;
  const client = useQueryClient();
  const params = useSearchParams();
  const filter = readFilter(params);
  const spot = spotOf(params);
  const last = usePathname().split("/")[3];
  const selectedId = isUuid(last) ? last : null;
  const hrefOf = (conversationId: string | null, shown: Filter = filter, at?: Spot) => {
    const query = queryOf(shown);
    const place = at ? `${query === "" ? "?" : `${query}&`}${at.kind}=${at.id}` : query;
    return `/${slug}/inbox${conversationId ? `/${conversationId}` : ""}${place}`;
  };
  return {
    filter,
    selectedId,
    /** The message or note of the conversation that was asked for. */
    spot,
    hrefOf,
    select: (conversationId: string | null, at?: Spot) => {
      // Drawing the frame of it takes as long as the way to the server and back.
      if (conversationId) prefetchThread(client, conversationId);
      window.history.pushState(null, "", hrefOf(conversationId, filter, at));
    },
    show: (shown: Filter) => window.history.pushState(null, "", hrefOf(selectedId, shown)),
  };
}

export function spotOf(params: { get: (name: string) => string | null }): Spot | null {
  for (const kind of ["message", "note"] as const) {
    const id = params.get(kind);
    if (isUuid(id)) return { kind, id };
  }
  return null;
}

export type InboxUrl = ReturnType<typeof useInboxUrl>;
