"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useState, useSyncExternalStore } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ReadMessage } from "@/lib/messages/schemas";
import type { Message } from "@/lib/messages/types";
import { useDraftStore } from "./provider";

/** What the answer will quote; kept with the draft, so it is read again where it was chosen on another device. */
export function useQuoted(conversationId: string): [Message | null, (message: Message | null) => void] {
  const store = useDraftStore();
  const read = () => store.quotedId(conversationId);
  const quotedId = useSyncExternalStore(store.subscribe, read, read);
  const [chosen, setChosen] = useState<Message | null>(null);
  const isKnown = quotedId === null || chosen?.id === quotedId;
  const { data } = useQuery({
    queryKey: keys.quoted(conversationId, quotedId),
    queryFn: ({ signal }) =>
      call<typeof ReadMessage>(
        "GET /conversations/:conversationId/messages/:messageId",
        { conversationId, messageId: quotedId ?? "" },
        { signal },
      ),
    enabled: !isKnown,
    staleTime: Infinity,
    retry: false,
  });
  const choose = useCallback(
    (message: Message | null) => {
      setChosen(message);
      store.quote(conversationId, message?.id ?? null);
    },
    [store, conversationId],
  );
  if (quotedId === null) return [null, choose];
  return [isKnown ? chosen : (data ?? null), choose];
}
