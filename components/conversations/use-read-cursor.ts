"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "@/components/api";
import { useMe } from "@/components/shell/me";
import type { MoveReadCursor } from "@/lib/conversations/schemas";
import type { ConversationSummary } from "@/lib/conversations/types";
import { isSeen } from "./is-seen";
import { placeConversation } from "./place";

/** Tells the member's other devices how far they have read, as long as they look. */
export function useReadCursor(conversation: ConversationSummary | undefined, isLookedAt: boolean): void {
  const client = useQueryClient();
  const me = useMe();
  const conversationId = conversation?.id;
  const unseenId = conversation && isLookedAt && !isSeen(conversation) ? conversation.lastMessage?.id : undefined;
  useEffect(() => {
    if (!conversationId || !unseenId) return;
    const route = "PUT /conversations/:conversationId/read-cursor" as const;
    call<typeof MoveReadCursor>(route, { conversationId, messageId: unseenId }).then(
      (changed) => placeConversation(client, changed, me.id),
      () => undefined,
    );
  }, [conversationId, unseenId, client, me.id]);
}
