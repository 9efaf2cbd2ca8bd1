"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { call } from "@/components/api";
import { placeMessage } from "@/components/messages/place";
import type { SendMessage } from "@/lib/messages/schemas";
import type { Outgoing } from "./outgoing";
import { createOutgoingStore, type OutgoingStore } from "./store";

const OutgoingContext = createContext<OutgoingStore | null>(null);
const none: readonly Outgoing[] = [];

function send({ conversationId, clientId, text, quoted }: Outgoing) {
  return call<typeof SendMessage>("POST /conversations/:conversationId/messages", {
    conversationId,
    clientId,
    type: "text",
    text: { body: text },
    ...(quoted ? { context: { message_id: quoted.wamid } } : {}),
  });
}

/** Holds what is on its way while the member moves between conversations, and warns before the page is left with some. */
export function OutgoingProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [store] = useState(() => createOutgoingStore({ send, onSent: (message) => placeMessage(client, message) }));
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (store.all().some(({ state }) => state === "sending" || state === "waiting")) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", store.wake);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", store.wake);
    };
  }, [store]);
  return <OutgoingContext value={store}>{children}</OutgoingContext>;
}

export function useOutgoingStore(): OutgoingStore {
  const store = useContext(OutgoingContext);
  if (!store) throw new Error("useOutgoingStore needs an OutgoingProvider around it.");
  return store;
}

/** Everything on its way, of all conversations. */
export function useOutgoing(): readonly Outgoing[] {
  const store = useOutgoingStore();
  return useSyncExternalStore(store.subscribe, store.all, () => none);
}
