"use client";

import { useSyncExternalStore } from "react";

let conversationId: string | null = null;
const listeners = new Set<() => void>();

/** In which conversation a voice message is being recorded: one at a time, as there is one microphone. */
export function recordIn(next: string | null): void {
  conversationId = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsRecordingIn(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => conversationId === id,
    () => false,
  );
}
