import type { ConversationSummary } from "@/lib/conversations/types";
import { foldText } from "@/lib/text";

/** Conversations in which every word typed is found: in the name, the number, the username or the last line. */
export function narrow(conversations: ConversationSummary[], text: string): ConversationSummary[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return conversations;
  return conversations.filter(({ contact, lastMessage }) => {
    const digits = contact.phone?.replace(/\D/g, "") ?? "";
    const where = foldText([contact.name, contact.phone, digits, contact.username, lastMessage?.text].join(" "));
    return words.every((word) => where.includes(word));
  });
}
