"use client";

import { useCallback } from "react";
import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import { useOutgoingStore } from "@/components/messages/outgoing/provider";
import { useMe } from "@/components/shell/me";
import { newId } from "@/lib/ids";
import type { Message } from "@/lib/messages/types";

type Send = (conversationId: string, content: OutgoingContent, quoted?: Message["quoted"]) => void;

/** Puts something other than words among what is on its way, to be taken back as long as words can. */
export function useSendContent(): Send {
  const outgoing = useOutgoingStore();
  const { undoSeconds } = useMe();
  return useCallback(
    (conversationId, content, quoted = null) =>
      outgoing.add({ clientId: newId(), conversationId, content, undoSeconds, quoted, at: new Date().toISOString() }),
    [outgoing, undoSeconds],
  );
}
