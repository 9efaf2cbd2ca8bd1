"use client";

import { createContext, useSyncExternalStore } from "react";

/** Whether sections can be folded here: beside a thread room is short, on the contact's own page it is not. */
export const FoldingContext = createContext(false);

const PLACE = "parley.panel.folded";
/** The past is long and seldom asked for. */
const atFirst = ["timeline"];

const listeners = new Set<() => void>();
let known: { text: string | null; names: readonly string[] } | null = null;

function read(): readonly string[] {
  const text = localStorage.getItem(PLACE);
  if (known?.text !== text) known = { text, names: text === null ? atFirst : text.split(" ") };
  return known.names;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** Which sections of the panel are folded, as this browser remembers; for all contacts alike. */
export function useFolded(name: string): { isFolded: boolean; toggle: () => void } {
  const names = useSyncExternalStore(subscribe, read, () => atFirst);
  const isFolded = names.includes(name);
  return {
    isFolded,
    toggle: () => {
      const next = isFolded ? names.filter((each) => each !== name) : [...names, name];
      localStorage.setItem(PLACE, next.join(" "));
      for (const listener of listeners) listener();
    },
  };
}
