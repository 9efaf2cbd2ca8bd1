"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ReadMentions } from "@/lib/notes/schemas";

/** What calls the member is read when they look at the conversation. */
export function useReadMentions(conversation: ConversationSummary | undefined, isLookedAt: boolean): void {
  const client = useQueryClient();
  const { id: conversationId, mention } = conversation ?? {};
  const unreadAt = mention?.isUnread && isLookedAt ? mention.at : null;
  useEffect(() => {
    if (!conversationId || !unreadAt) return;
    call<typeof ReadMentions>("POST /conversations/:conversationId/mentions/read", { conversationId }).then(
      () => {
        void client.invalidateQueries({ queryKey: keys.counts });
        void client.invalidateQueries({ queryKey: keys.conversation(conversationId) });
      },
      () => undefined,
    );
  }, [conversationId, unreadAt, client]);
}
