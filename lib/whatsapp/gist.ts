import type { ContactCard, MessageContent } from "./content";
import type { InteractiveReply, InteractiveSend } from "./interactive";

export const gistKinds = [
  "message",
  "photo",
  "video",
  "voice",
  "audio",
  "document",
  "sticker",
  "location",
  "contact",
  "contactNamed",
  "contacts",
  "reaction",
  "reactionBack",
  "button",
  "addressGiven",
  "formAnswered",
  "callsAllowed",
  "callsDeclined",
  "interactive",
  "order",
  "template",
  "notice",
  "unsupported",
  "media",
  "unknown",
  "call",
  "callMissed",
  "deleted",
] as const;
type GistKind = (typeof gistKinds)[number];

/** What a message without words of its own is, for readers of any language: a kind, with a name or a count where it has one. */
export type Gist = { kind: GistKind; name?: string | undefined; count?: number | undefined };

/** The words that a message brings along, in one line; without any, what it is. */
export function gistOf(content: MessageContent): string | Gist {
  const gist = wordsOf(content);
  if (typeof gist !== "string") return gist;
  return gist.replace(/\s+/g, " ").trim() || { kind: "message" };
}

function wordsOf(content: MessageContent): string | Gist {
  switch (content.type) {
    case "text":
      return content.text.body;
    case "image":
      return content.image.caption || { kind: "photo" };
    case "video":
      return content.video.caption || { kind: "video" };
    case "audio":
      return { kind: content.audio.voice ? "voice" : "audio" };
    case "document":
      return content.document.caption || content.document.filename || { kind: "document" };
    case "sticker":
      return { kind: "sticker" };
    case "location":
      return content.location.name || content.location.address || { kind: "location" };
    case "contacts":
      return ofCards(content.contacts);
    case "reaction":
      return content.reaction.emoji === ""
        ? { kind: "reactionBack" }
        : { kind: "reaction", name: content.reaction.emoji };
    case "button":
      return content.button.text || content.button.payload || { kind: "button" };
    case "interactive":
      return ofInteractive(content.interactive);
    case "order":
      return content.order.text || { kind: "order", count: content.order.product_items.length };
    case "template":
      return content.shown?.body || { kind: "template", name: content.template.name };
    case "system":
      return content.system.body || { kind: "notice" };
    case "unsupported":
      return { kind: "unsupported" };
    case "unknown":
      return content.unknown.type === "media_placeholder"
        ? { kind: "media" }
        : { kind: "unknown", name: content.unknown.type };
  }
}

function ofCards(cards: ContactCard[]): Gist {
  if (cards.length > 1) return { kind: "contacts", count: cards.length };
  const name = cards[0]?.name?.formatted_name || cards[0]?.name?.first_name || cards[0]?.phones?.[0]?.phone;
  return name ? { kind: "contactNamed", name } : { kind: "contact" };
}

function ofInteractive(interactive: InteractiveReply | InteractiveSend): string | Gist {
  switch (interactive.type) {
    case "button_reply":
      return interactive.button_reply.title;
    case "list_reply":
      return interactive.list_reply.title;
    case "nfm_reply":
      return { kind: interactive.nfm_reply.name === "address_message" ? "addressGiven" : "formAnswered" };
    case "call_permission_reply":
      return { kind: interactive.call_permission_reply.response === "accept" ? "callsAllowed" : "callsDeclined" };
    default:
      return interactive.body?.text || headerWords(interactive) || { kind: "interactive" };
  }
}

function headerWords(interactive: InteractiveSend): string {
  return interactive.header?.type === "text" ? interactive.header.text : "";
}
