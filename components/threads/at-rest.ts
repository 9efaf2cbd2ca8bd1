"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState } from "react";
import { threadQuery } from "@/components/messages/queries";
import { atLeisure } from "@/components/shell/at-leisure";

const WITHIN_MS = 300;

/** Where nothing is being opened, everything is at rest. */
export const AtRestContext = createContext(true);

/** Whether what one came for is drawn, so that what is not looked at first may be read. */
export function useAtRest(): boolean {
  return useContext(AtRestContext);
}

/** True once the thread is drawn and the browser has had a moment. Whoever walks on before that asks for nothing else. */
export function useThreadAtRest(conversationId: string): boolean {
  const { isPending } = useInfiniteQuery(threadQuery(conversationId));
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    if (isPending) return;
    let callOff: (() => void) | undefined;
    // An effect may run before what it belongs to is painted.
    const frame = requestAnimationFrame(() => {
      callOff = atLeisure(() => setAtRest(true), { withinMs: WITHIN_MS });
    });
    return () => {
      cancelAnimationFrame(frame);
      callOff?.();
    };
  }, [isPending]);
  return isAtRest;
}
