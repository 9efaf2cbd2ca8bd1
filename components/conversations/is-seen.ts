import type { ConversationSummary } from "@/lib/conversations/types";

/** Whether the asker has seen the newest message, here or on another device. */
export function isSeen({ readUpTo, lastMessage }: Pick<ConversationSummary, "readUpTo" | "lastMessage">): boolean {
  return readUpTo !== null && (lastMessage === null || lastMessage.at <= readUpTo);
}
