"use client";

import { useState } from "react";
import { useIsLookedAt } from "@/components/conversations/use-is-looked-at";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { firstUnreadId, firstUnseenId } from "./thread-items";

type Mark = { readUpTo: string | null; unreadId: string | null };

/**
 * The message above which "new since you looked" stands. The line follows what the member reads on other devices, and
 * stays where it is as long as they look here.
 */
export function useFirstNew(conversation: ConversationSummary, messages: readonly Message[]): string | null {
  const { readUpTo, unreadCount } = conversation;
  const isLookedAt = useIsLookedAt();
  const [mark, setMark] = useState<Mark>(() => ({ readUpTo, unreadId: firstUnreadId(messages, unreadCount) }));
  if (!isLookedAt && readUpTo !== null && mark.readUpTo !== readUpTo) setMark({ readUpTo, unreadId: null });
  return mark.readUpTo === null ? mark.unreadId : firstUnseenId(messages, mark.readUpTo);
}
