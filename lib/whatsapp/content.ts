import type { InteractiveReply, InteractiveSend, ShownTemplate, TemplateSend } from "./interactive";
import type { JsonObject } from "./json";
import type { MediaObject } from "./media-object";
import type { MetaError } from "./meta-error";

export type ContactCard = {
  name?: {
    formatted_name?: string;
    first_name?: string;
    last_name?: string;
    middle_name?: string;
    prefix?: string;
    suffix?: string;
  };
  phones?: { phone?: string; wa_id?: string; type?: string }[];
  emails?: { email?: string; type?: string }[];
  addresses?: {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    country_code?: string;
    type?: string;
  }[];
  org?: { company?: string; department?: string; title?: string };
  urls?: { url?: string; type?: string }[];
  birthday?: string;
  vcard?: string;
  /** `contact_request`: the sender's own number, given on request. `other`: somebody else's card. */
  origin?: string;
};

export type OrderItem = {
  product_retailer_id: string | null;
  quantity: number | null;
  item_price: number | null;
  currency: string | null;
};

export type TextContent = { type: "text"; text: { body: string; preview_url?: boolean } };
export type ImageContent = { type: "image"; image: MediaObject };
export type VideoContent = { type: "video"; video: MediaObject };
export type AudioContent = { type: "audio"; audio: MediaObject };
export type DocumentContent = { type: "document"; document: MediaObject };
export type StickerContent = { type: "sticker"; sticker: MediaObject };
export type LocationContent = {
  type: "location";
  location: { latitude: number; longitude: number; name?: string; address?: string; url?: string };
};
export type ContactsContent = { type: "contacts"; contacts: ContactCard[] };
/** An empty `emoji` takes the reaction back. */
export type ReactionContent = { type: "reaction"; reaction: { message_id: string; emoji: string } };
/** A tap on a template's quick reply. */
export type ButtonContent = { type: "button"; button: { text: string; payload?: string } };
export type InteractiveContent = { type: "interactive"; interactive: InteractiveReply | InteractiveSend };
export type OrderContent = {
  type: "order";
  order: { catalog_id: string | null; text?: string; product_items: OrderItem[] };
};
/** `shown` is ours: it does not go out. */
export type TemplateContent = { type: "template"; template: TemplateSend; shown?: ShownTemplate };
export type SystemContent = { type: "system"; system: { type: string | null; body: string | null } };
/** Meta could not hand this kind over; `unsupported.type` is its word for it (`poll`, `edit`, …). */
export type UnsupportedContent = { type: "unsupported"; unsupported: { type: string | null }; errors: MetaError[] };
/** A kind this version does not know, kept whole. */
export type UnknownContent = { type: "unknown"; unknown: { type: string; raw: JsonObject } };

export type MediaContent = ImageContent | VideoContent | AudioContent | DocumentContent | StickerContent;

/** What a message says, in Meta's shapes, inbound and outbound alike. */
export type MessageContent =
  | TextContent
  | MediaContent
  | LocationContent
  | ContactsContent
  | ReactionContent
  | ButtonContent
  | InteractiveContent
  | OrderContent
  | TemplateContent
  | SystemContent
  | UnsupportedContent
  | UnknownContent;

export type MessageContentType = MessageContent["type"];

export const mediaTypes = ["image", "video", "audio", "document", "sticker"] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The media object of a content, whichever key holds it. */
export function mediaOf(content: MessageContent): MediaObject | null {
  switch (content.type) {
    case "image":
      return content.image;
    case "video":
      return content.video;
    case "audio":
      return content.audio;
    case "document":
      return content.document;
    case "sticker":
      return content.sticker;
    default:
      return null;
  }
}
