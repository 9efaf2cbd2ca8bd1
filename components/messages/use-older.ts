"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { type RefObject, useCallback, useRef } from "react";

const AHEAD = "1200px 0px 0px 0px";

/** A ref for the mark above the oldest message: reads older ones before the reader gets there. Give the mark a new key for each page. */
export function useOlder(
  query: Pick<UseInfiniteQueryResult, "fetchNextPage" | "isFetchingNextPage">,
  scroller: RefObject<HTMLElement | null>,
) {
  const present = useRef(query);
  present.current = query;
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting && !present.current.isFetchingNextPage) void present.current.fetchNextPage();
        },
        { root: scroller.current, rootMargin: AHEAD },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
    [scroller],
  );
}
