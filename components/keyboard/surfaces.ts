"use client";

import { useSyncExternalStore } from "react";

/** What lies over the page: the palette, or the list of keys. */
export type Surface = "palette" | "keys";

let shown: Surface | null = null;
const listeners = new Set<() => void>();

export function showSurface(next: Surface | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function useSurface(): Surface | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
    () => null,
  );
}
