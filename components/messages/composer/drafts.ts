"use client";

import { useSyncExternalStore } from "react";

/** What was begun and not sent, by conversation: for this tab and this sitting only, since it may hold a customer's affairs. */
const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

export function readDraft(conversationId: string): string {
  return drafts.get(conversationId) ?? "";
}

export function keepDraft(conversationId: string, text: string): void {
  if (text === readDraft(conversationId)) return;
  if (text.trim() === "") drafts.delete(conversationId);
  else drafts.set(conversationId, text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDraft(conversationId: string): string {
  return useSyncExternalStore(
    subscribe,
    () => readDraft(conversationId),
    () => "",
  );
}
