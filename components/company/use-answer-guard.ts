"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { chronological } from "@/components/messages/merge";
import { threadQuery } from "@/components/messages/queries";
import { type Seen, seenOf } from "@/components/messages/seen";
import { useMe } from "@/components/shell/me";
import type { Message } from "@/lib/messages/types";
import { answeredSince } from "./answered";

/**
 * Holds an answer back once when a colleague has answered since it was begun.
 * @param isBegun there is something to send: with the first letter, file or second of a recording it begins
 */
export function useAnswerGuard(conversationId: string, isBegun = true) {
  const client = useQueryClient();
  const me = useMe();
  const seen = useRef<Seen | null>(null);
  const [answer, setAnswer] = useState<Message | null>(null);
  const thread = () => chronological(client.getQueryData(threadQuery(conversationId).queryKey)?.pages ?? []);
  // After each render until the thread is there: a draft may be read before it.
  useEffect(() => {
    seen.current = isBegun ? (seen.current ?? seenOf(thread())) : null;
  });
  useEffect(() => {
    if (!isBegun) setAnswer(null);
  }, [isBegun]);
  return {
    /** The colleague's answer that stands in the way, until it has been seen. */
    answer,
    /** Answers whether to wait: the writer is shown what was sent first, and decides. */
    holds(): boolean {
      const messages = thread();
      const found = answeredSince(messages, seen.current, me.id);
      setAnswer(found);
      // Only what comes after this look holds it back again.
      if (found) seen.current = seenOf(messages);
      return found !== null;
    },
    pass: () => setAnswer(null),
  };
}
