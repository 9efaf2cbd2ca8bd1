import type { Message } from "@/lib/messages/types";
import type { MessageContent } from "@/lib/whatsapp/types";

const known = new Set<string>([
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "reaction",
  "button",
  "interactive",
  "order",
  "template",
  "system",
  "unsupported",
  "unknown",
] satisfies MessageContent["type"][]);

/** A message's content by its type; null for a type that this version has no face for. */
export function contentOf(message: Pick<Message, "type" | "content">): MessageContent | null {
  if (!known.has(message.type)) return null;
  const body = message.content[message.type];
  if (body === null || typeof body !== "object") return null;
  return { ...message.content, type: message.type } as MessageContent;
}
