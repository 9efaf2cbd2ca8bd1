"use client";

import { useCallback, useRef, useState } from "react";
import { isWriting } from "@/components/keyboard/match";
import type { WriteMode } from "@/components/notes/mode-switch";

let isCarried = false;

/** Whoever goes on to the next conversation while they write goes on writing there. */
export function carryWriting(): void {
  isCarried = isWriting(document.activeElement);
}

function takeCarried(): boolean {
  const carried = isCarried;
  isCarried = false;
  return carried;
}

/** Whether an answer or a note is written, and the way into its field, which may not be there yet. */
export function useWriting() {
  const [mode, setMode] = useState<WriteMode>("reply");
  const field = useRef<HTMLTextAreaElement | null>(null);
  const [isCarriedHere] = useState(takeCarried);
  const isAwaited = useRef(isCarriedHere);
  const fieldRef = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    if (!element || !isAwaited.current) return;
    isAwaited.current = false;
    if (!isWriting(document.activeElement)) element.focus();
  }, []);
  const write = useCallback((next: WriteMode) => {
    setMode(next);
    isAwaited.current = true;
    // The field of the other mode is there after this has been drawn, and says so itself.
    requestAnimationFrame(() => {
      if (!isAwaited.current || !field.current) return;
      isAwaited.current = false;
      field.current.focus();
    });
  }, []);
  return { mode, write, fieldRef };
}
