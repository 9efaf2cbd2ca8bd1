"use client";

import { useEffect, useRef } from "react";
import { stepFrom } from "./step";

/** Walks a list by key. The row that is opened takes the focus, so that a reader of screens says which it is. */
export function useSteps(ids: readonly string[], openId: string | null, list: string) {
  const last = useRef({ list, at: -1 });
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    const at = openId === null ? -1 : ids.indexOf(openId);
    if (last.current.list !== list) last.current = { list, at };
    else if (at !== -1) last.current.at = at;
  }, [ids, openId, list]);
  return {
    to: (step: 1 | -1) => {
      const id = stepFrom(ids, { id: openId, lastAt: last.current.at }, step);
      if (id !== undefined) toFocus.current = id;
      return id;
    },
    /** Goes on each row: the one that was walked to may have to be scrolled into the list first. */
    rowRef: (id: string) => (row: HTMLElement | null) => {
      if (!row || toFocus.current !== id) return;
      toFocus.current = null;
      row.focus({ preventScroll: true });
    },
  };
}

export type Steps = ReturnType<typeof useSteps>;
