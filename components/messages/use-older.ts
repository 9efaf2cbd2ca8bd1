"use client";

import { type RefCallback, type RefObject, useCallback, useEffect, useRef } from "react";

const AHEAD = "1200px 0px 0px 0px";

/**
 * A ref for the mark above the oldest message: reads older ones before the reader gets there. Give the mark a new key for
 * each page, and when a reading ends without one because an event cut it off: one that stays in view is not told of again.
 */
export function useOlder(
  scroller: RefObject<HTMLElement | null>,
  isLoading: boolean,
  load: () => unknown,
): RefCallback<HTMLElement> {
  const present = useRef({ isLoading, load });
  useEffect(() => {
    present.current = { isLoading, load };
  });
  return useCallback(
    (element) => {
      if (!element) return;
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting && !present.current.isLoading) present.current.load();
        },
        { root: scroller.current, rootMargin: AHEAD },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
    [scroller],
  );
}
