import type { ContactCard, MessageContent } from "./content";
import type { InteractiveReply, InteractiveSend } from "./interactive";

/** A message in one line of plain text, for lists and search. Never markup, never empty. */
export function previewOf(content: MessageContent): string {
  const line = wordsOf(content).replace(/\s+/g, " ").trim();
  return line === "" ? "Message" : line;
}

function wordsOf(content: MessageContent): string {
  switch (content.type) {
    case "text":
      return content.text.body;
    case "image":
      return content.image.caption || "Photo";
    case "video":
      return content.video.caption || "Video";
    case "audio":
      return content.audio.voice ? "Voice message" : "Audio";
    case "document":
      return content.document.caption || content.document.filename || "Document";
    case "sticker":
      return "Sticker";
    case "location":
      return content.location.name || content.location.address || "Location";
    case "contacts":
      return contactsWords(content.contacts);
    case "reaction":
      return content.reaction.emoji === "" ? "Took a reaction back" : `Reacted ${content.reaction.emoji}`;
    case "button":
      return content.button.text || content.button.payload || "Button";
    case "interactive":
      return interactiveWords(content.interactive);
    case "order":
      return content.order.text || orderWords(content.order.product_items.length);
    case "template":
      return content.shown?.body || `Template ${content.template.name}`;
    case "system":
      return content.system.body || "Notice from WhatsApp";
    case "unsupported":
      return "Message of a kind WhatsApp does not pass on";
    case "unknown":
      return content.unknown.type === "media_placeholder" ? "Media" : `Message of type ${content.unknown.type}`;
  }
}

function contactsWords(cards: ContactCard[]): string {
  const name = cards[0]?.name?.formatted_name || cards[0]?.name?.first_name || cards[0]?.phones?.[0]?.phone;
  if (cards.length > 1) return `${cards.length} contacts`;
  return name ? `Contact: ${name}` : "Contact";
}

function interactiveWords(interactive: InteractiveReply | InteractiveSend): string {
  switch (interactive.type) {
    case "button_reply":
      return interactive.button_reply.title;
    case "list_reply":
      return interactive.list_reply.title;
    case "nfm_reply":
      return interactive.nfm_reply.name === "address_message" ? "Address given" : "Form answered";
    case "call_permission_reply":
      return interactive.call_permission_reply.response === "accept" ? "Calls allowed" : "Calls declined";
    default:
      return interactive.body?.text || headerWords(interactive) || "Interactive message";
  }
}

function headerWords(interactive: InteractiveSend): string {
  return interactive.header?.type === "text" ? interactive.header.text : "";
}

function orderWords(count: number): string {
  if (count === 0) return "Order";
  return count === 1 ? "Order of one item" : `Order of ${count} items`;
}
