"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "@/components/api";
import { narrow } from "@/components/conversations/narrow";
import { useSettled } from "@/components/search/use-settled";
import type { ListContacts } from "@/lib/contacts/schemas";
import type { ListConversations } from "@/lib/conversations/schemas";
import type { ConversationSummary } from "@/lib/conversations/types";

const FEWEST_LETTERS = 2;
const MOST_CONTACTS = 8;

/** Where a message can go to: the latest conversations, and of whoever is searched for also older ones. */
export function useTargets(text: string, fromConversationId: string) {
  const search = useSettled(text.trim());
  const latest = useQuery({
    queryKey: ["forward-targets"],
    queryFn: ({ signal }) =>
      call<typeof ListConversations>("GET /conversations", { view: "all", limit: 100 }, { signal }),
    staleTime: 0,
  });
  const found = useQuery({
    queryKey: ["forward-targets", search],
    queryFn: ({ signal }) => findBySearch(search, signal),
    enabled: search.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
  });
  const shown = useMemo(() => {
    const near = narrow(latest.data?.items ?? [], text);
    const far = (search.length >= FEWEST_LETTERS ? (found.data ?? []) : []).filter(
      ({ id }) => !near.some((each) => each.id === id),
    );
    return [...near, ...far].filter(({ id, owner }) => id !== fromConversationId && owner === "us");
  }, [latest.data, found.data, search, text, fromConversationId]);
  return { latest, shown, isSearching: found.isFetching };
}

/** By their contacts; a contact has one open conversation at a number. */
async function findBySearch(search: string, signal: AbortSignal): Promise<ConversationSummary[]> {
  const { items: contacts } = await call<typeof ListContacts>(
    "GET /contacts",
    { search, limit: MOST_CONTACTS },
    { signal },
  );
  const pages = await Promise.all(
    contacts.map(({ id: contactId }) =>
      call<typeof ListConversations>("GET /conversations", { contactId, limit: 10 }, { signal }),
    ),
  );
  return pages.flatMap(({ items }) => items.filter(({ state }) => state !== "resolved"));
}
