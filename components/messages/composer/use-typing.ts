"use client";

import { useCallback, useRef } from "react";
import { call } from "@/components/api";
import type { ShowTyping } from "@/lib/conversations/schemas";

/** Meta shows it for up to 25 seconds. */
const AGAIN_AFTER_MS = 20_000;

/** Tells the customer that an answer is being written; no harm when that fails. */
export function useTyping(conversationId: string): () => void {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(() => {
    if (performance.now() - last.current < AGAIN_AFTER_MS) return;
    last.current = performance.now();
    call<typeof ShowTyping>("POST /conversations/:conversationId/typing", { conversationId }).catch(() => undefined);
  }, [conversationId]);
}
