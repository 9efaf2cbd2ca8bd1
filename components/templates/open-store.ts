"use client";

import { useSyncExternalStore } from "react";

/** Whether something that opens from many places is open, and for what: buttons, keys and the palette all tell it. */
export function createOpenStore<For>() {
  let present: For | null = null;
  const listeners = new Set<() => void>();
  const set = (next: For | null) => {
    present = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    open: (what: For) => set(what),
    close: () => set(null),
    useOpen: () =>
      useSyncExternalStore(
        subscribe,
        () => present,
        () => null,
      ),
  };
}
