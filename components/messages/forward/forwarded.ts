import { contentOf } from "@/components/messages/faces/content";
import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import type { Message } from "@/lib/messages/types";
import { mediaOf } from "@/lib/whatsapp/types";

/**
 * A message as a new one for another conversation; null for what cannot be passed on: answers to buttons, templates, what
 * was deleted or is not here. A file goes by its id here: each number brings it to Meta for itself.
 */
export function forwardedContent(message: Message): OutgoingContent | null {
  if (message.revokedAt !== null) return null;
  const content = contentOf(message);
  switch (content?.type) {
    case "text":
      return { type: "text", text: { body: content.text.body } };
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker": {
      const [file] = message.media;
      if (file?.state !== "stored") return null;
      const { caption, filename, voice } = mediaOf(content) ?? {};
      return { type: content.type, [content.type]: present({ id: file.id, caption, filename, voice }) };
    }
    case "location": {
      const { latitude, longitude, name, address } = content.location;
      return { type: "location", location: present({ latitude, longitude, name, address }) };
    }
    case "contacts":
      return { type: "contacts", contacts: content.contacts.map(present) };
    case "interactive":
      return message.direction === "out" ? { type: "interactive", interactive: content.interactive } : null;
    default:
      return null;
  }
}

/** What Meta leaves open comes as null, and goes by being left out. */
function present<T>(value: T): T {
  if (Array.isArray(value)) return value.map(present) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined && inner !== "" && inner !== false,
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, present(inner)])) as T;
}
