"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "@/components/api";
import { useMe } from "@/components/shell/me";
import type { MarkConversationRead } from "@/lib/conversations/schemas";
import type { ConversationSummary } from "@/lib/conversations/types";
import { placeConversation } from "./place";

/**
 * Marks a conversation read once the member who has it looks at it. The customer sees a blue tick for it: a colleague who
 * only looks in does not give a promise in somebody else's name.
 */
export function useMarkRead(conversation: ConversationSummary | undefined, isLookedAt: boolean): void {
  const client = useQueryClient();
  const me = useMe();
  const isMine = conversation?.assignee?.id === me.id;
  const unreadId = isMine && conversation.unreadCount > 0 && isLookedAt ? conversation.id : null;
  const lastMessageId = conversation?.lastMessage?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: Each new message is to be marked, also where the count stays the same.
  useEffect(() => {
    if (!unreadId) return;
    call<typeof MarkConversationRead>("POST /conversations/:conversationId/read", { conversationId: unreadId }).then(
      (changed) => placeConversation(client, changed, me.id),
      () => undefined,
    );
  }, [unreadId, lastMessageId, client, me.id]);
}
