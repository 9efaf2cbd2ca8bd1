"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { prefetchThread } from "./prefetch-thread";

/** Whoever walks faster than this passes over what is on the way. */
const RESTS_FOR_MS = 150;

/** Reads the conversation that the next press of the same key would open, so that a walk through the list does not wait. */
export function useReadAhead(): (conversationId: string | undefined) => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (conversationId) => {
      clearTimeout(timer.current);
      if (conversationId) timer.current = setTimeout(() => prefetchThread(client, conversationId), RESTS_FOR_MS);
    },
    [client],
  );
}
