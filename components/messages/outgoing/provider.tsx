"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { call } from "@/components/api";
import { placeMessage } from "@/components/messages/place";
import { useMe } from "@/components/shell/me";
import { keptPrefix } from "@/components/shell/private-storage";
import { newId } from "@/lib/ids";
import type { SendMessage } from "@/lib/messages/schemas";
import { createKept } from "./kept";
import type { Outgoing } from "./outgoing";
import { createOutgoingStore, type OutgoingStore } from "./store";

const OutgoingContext = createContext<OutgoingStore | null>(null);
const none: readonly Outgoing[] = [];

function send({ conversationId, clientId, content, quoted, undoSeconds }: Outgoing) {
  return call<typeof SendMessage>("POST /conversations/:conversationId/messages", {
    conversationId,
    clientId,
    ...content,
    ...(undoSeconds > 0 ? { undoSeconds } : {}),
    ...(quoted ? { context: { message_id: quoted.wamid } } : {}),
  });
}

/** Holds what is on its way while the member moves between conversations, and keeps it for after the tab. */
export function OutgoingProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const me = useMe();
  const [{ store, kept }] = useState(() => create(`${me.workspace.slug}.${me.id}.`, client));
  useEffect(() => {
    if (!kept) return;
    const look = () => kept.watch(store.adopt);
    kept.hold();
    look();
    const wake = () => {
      look();
      store.wake();
    };
    for (const event of ["online", "focus", "storage"]) window.addEventListener(event, wake);
    return () => {
      for (const event of ["online", "focus", "storage"]) window.removeEventListener(event, wake);
    };
  }, [store, kept]);
  return <OutgoingContext value={store}>{children}</OutgoingContext>;
}

function create(whose: string, client: ReturnType<typeof useQueryClient>) {
  const kept =
    typeof window === "undefined"
      ? null
      : createKept({
          storage: localStorage,
          locks: navigator.locks,
          prefix: `${keptPrefix}outgoing.${whose}`,
          tab: newId(),
        });
  const store = createOutgoingStore({
    send,
    onSent: (message) => placeMessage(client, message),
    ...(kept ? { keep: kept.save } : {}),
  });
  return { store, kept };
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
