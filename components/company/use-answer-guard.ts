"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { chronological } from "@/components/messages/merge";
import { threadQuery } from "@/components/messages/queries";
import { useMe } from "@/components/shell/me";
import type { Message } from "@/lib/messages/types";
import { answeredSince } from "./answered";

/**
 * Holds an answer back once when a colleague has answered since it was begun.
 * @param text what is written so far; with the first letter it begins
 */
export function useAnswerGuard(conversationId: string, text: string) {
  const client = useQueryClient();
  const me = useMe();
  const beganAt = useRef<string | null>(null);
  const [answer, setAnswer] = useState<Message | null>(null);
  const isEmpty = text.trim() === "";
  useEffect(() => {
    beganAt.current = isEmpty ? null : (beganAt.current ?? new Date().toISOString());
    if (isEmpty) setAnswer(null);
  }, [isEmpty]);
  return {
    /** The colleague's answer that stands in the way, until it has been seen. */
    answer,
    /** Answers whether to wait: the writer is shown what was sent first, and decides. */
    holds(): boolean {
      const pages = client.getQueryData(threadQuery(conversationId).queryKey)?.pages ?? [];
      const found = answeredSince(chronological(pages), beganAt.current, me.id);
      setAnswer(found);
      // Only what comes after this look holds it back again.
      if (found) beganAt.current = found.at;
      return found !== null;
    },
    pass: () => setAnswer(null),
  };
}
