"use client";

import { useRef } from "react";

const RESTS_FOR_MS = 80;

/** Runs when the pointer rests on something, not when it passes over. */
export function useHoverIntent() {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => clearTimeout(timer.current);
  return {
    on: (run: () => void) => ({
      onPointerEnter: () => {
        stop();
        timer.current = setTimeout(run, RESTS_FOR_MS);
      },
      onPointerLeave: stop,
    }),
  };
}
