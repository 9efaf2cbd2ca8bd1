import type { MessageContent } from "./content";
import { type Gist, gistOf } from "./gist";

/**
 * A message in one line of plain text, for search and the API. Never markup, never empty. What it has no words of its own
 * for is said in English; the console says that in its reader's language, from the gist.
 */
export function previewOf(content: MessageContent): string {
  const gist = gistOf(content);
  return typeof gist === "string" ? gist : inEnglish(gist);
}

export function inEnglish({ kind, name = "", count = 0 }: Gist): string {
  switch (kind) {
    case "contactNamed":
      return `Contact: ${name}`;
    case "contacts":
      return `${count} contacts`;
    case "reaction":
      return `Reacted ${name}`;
    case "order":
      return count === 0 ? "Order" : count === 1 ? "Order of one item" : `Order of ${count} items`;
    case "template":
      return `Template ${name}`;
    case "unknown":
      return `Message of type ${name}`;
    default:
      return plain[kind];
  }
}

const plain = {
  message: "Message",
  photo: "Photo",
  video: "Video",
  voice: "Voice message",
  audio: "Audio",
  document: "Document",
  sticker: "Sticker",
  location: "Location",
  contact: "Contact",
  reactionBack: "Took a reaction back",
  button: "Button",
  addressGiven: "Address given",
  formAnswered: "Form answered",
  callsAllowed: "Calls allowed",
  callsDeclined: "Calls declined",
  interactive: "Interactive message",
  notice: "Notice from WhatsApp",
  unsupported: "Message of a kind WhatsApp does not pass on",
  media: "Media",
  call: "Call",
  callMissed: "Missed call",
  deleted: "Message deleted",
};
