"use client";

import { useCallback, useRef, useState } from "react";
import { isWriting } from "@/components/keyboard/match";
import type { WriteMode } from "@/components/notes/mode-switch";

/** Whether an answer or a note is written, and the way into its field, which may not be there yet. */
export function useWriting() {
  const [mode, setMode] = useState<WriteMode>("reply");
  const field = useRef<HTMLTextAreaElement | null>(null);
  const isAwaited = useRef(false);
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
