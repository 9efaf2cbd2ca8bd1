"use client";

import { useEffect, useRef, useState } from "react";
import { useDraft } from "@/components/drafts/provider";

const STILL_FOR_MS = 4_000;

/** Whether the member has written in the answer just now; a draft that lies there is nobody typing. */
export function useIsTyping(conversationId: string): boolean {
  const text = useDraft(conversationId);
  const last = useRef(text);
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    setTyping(text !== "");
    const timer = setTimeout(() => setTyping(false), STILL_FOR_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return isTyping;
}
