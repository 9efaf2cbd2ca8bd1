"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { call, isProblem } from "@/components/api";
import { useMe } from "@/components/shell/me";
import { keptPrefix } from "@/components/shell/private-storage";
import type { ReadDraft, SaveDraft } from "@/lib/drafts/schemas";
import type { Draft } from "@/lib/drafts/types";
import { onDraftChanged } from "./changed";
import { createDraftKeep, readKept } from "./keep";
import { draftsQuery } from "./queries";
import { createDraftStore, type DraftKeep, type DraftStore } from "./store";

const DraftsContext = createContext<DraftStore | null>(null);

const nothingKept: DraftKeep = { all: () => [], put: () => undefined, drop: () => undefined };

function save(draft: Draft, leaving: boolean) {
  return call<typeof SaveDraft>("PUT /conversations/:conversationId/draft", draft, { keepalive: leaving });
}

/** Signed out is not the words' fault. */
function isPassing(error: unknown): boolean {
  return isProblem(error) && (error.isPassing || error.status === 401 || error.status === 429);
}

/** Keeps what the member began to write: on every device, through crashes and broken lines. */
export function DraftsProvider({ initial, children }: { initial: Draft[]; children: ReactNode }) {
  const me = useMe();
  const prefix = `${keptPrefix}drafts.${me.workspace.slug}.${me.id}.`;
  const [store] = useState(() => {
    const keep = typeof window === "undefined" ? nothingKept : createDraftKeep(localStorage, prefix);
    return createDraftStore({ save, keep, isPassing, initial });
  });
  // Read once more than the page was rendered from: nothing tells what was saved in between.
  const { data } = useQuery({ ...draftsQuery, initialData: initial, initialDataUpdatedAt: 0, staleTime: 60_000 });
  useEffect(() => {
    for (const conversationId of store.arrivedAll(data)) readOne(store, conversationId);
  }, [store, data]);
  useEffect(() => follow(store, prefix), [store, prefix]);
  return <DraftsContext value={store}>{children}</DraftsContext>;
}

function readOne(store: DraftStore, conversationId: string): void {
  call<typeof ReadDraft>("GET /conversations/:conversationId/draft", { conversationId }).then(
    store.arrived,
    () => undefined,
  );
}

function follow(store: DraftStore, prefix: string): () => void {
  store.restore();
  const unhear = onDraftChanged(({ conversationId, editedAt }) => {
    if (store.editedAt(conversationId) < editedAt) readOne(store, conversationId);
  });
  const leave = () => {
    if (document.visibilityState === "hidden") store.flush(true);
  };
  const pageHide = () => store.flush(true);
  const online = () => store.flush(false);
  const stored = ({ key, newValue }: StorageEvent) => {
    const draft = readKept(key, newValue, prefix);
    if (draft) store.arrived(draft);
  };
  document.addEventListener("visibilitychange", leave);
  window.addEventListener("pagehide", pageHide);
  window.addEventListener("online", online);
  window.addEventListener("storage", stored);
  return () => {
    unhear();
    document.removeEventListener("visibilitychange", leave);
    window.removeEventListener("pagehide", pageHide);
    window.removeEventListener("online", online);
    window.removeEventListener("storage", stored);
  };
}

export function useDraftStore(): DraftStore {
  const store = useContext(DraftsContext);
  if (!store) throw new Error("useDraftStore needs a DraftsProvider around it.");
  return store;
}

/** What was begun in a conversation and not sent; empty where nothing was. */
export function useDraft(conversationId: string): string {
  const store = useDraftStore();
  const read = () => store.read(conversationId);
  return useSyncExternalStore(store.subscribe, read, read);
}
