import type { JsonObject, MediaObject, MessageContent, SendAddress } from "@/lib/whatsapp/types";

export type Outgoing = {
  address: SendAddress;
  content: MessageContent;
  /** Comes back in every status (at most 512 characters): our message's id, since sends have no idempotency key. */
  callbackData: string;
  /** The message that is quoted. */
  quotedWamid?: string | null;
};

const MAX_CALLBACK_LENGTH = 512;

/** The body of a send. Only keys that Meta takes go out, since stored content knows more of a medium than that. */
export function sendBody({ address, content, callbackData, quotedWamid }: Outgoing): JsonObject {
  if (callbackData.length > MAX_CALLBACK_LENGTH) throw new RangeError("The callback data is longer than Meta takes.");
  const mayQuote = quotedWamid && content.type !== "reaction";
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...address,
    ...(mayQuote ? { context: { message_id: quotedWamid } } : {}),
    biz_opaque_callback_data: callbackData,
    ...wireContent(content),
  };
}

function wireContent(content: MessageContent): JsonObject {
  switch (content.type) {
    case "image":
      return { type: "image", image: wireMedia(content.image, ["caption"]) };
    case "video":
      return { type: "video", video: wireMedia(content.video, ["caption"]) };
    case "audio":
      return { type: "audio", audio: wireMedia(content.audio, ["voice"]) };
    case "document":
      return { type: "document", document: wireMedia(content.document, ["caption", "filename"]) };
    case "sticker":
      return { type: "sticker", sticker: wireMedia(content.sticker, []) };
    case "text":
    case "location":
    case "contacts":
    case "reaction":
    case "interactive":
      return content as unknown as JsonObject;
    case "template":
      return { type: "template", template: content.template as unknown as JsonObject };
    default:
      throw new TypeError(`A message of type ${content.type} cannot be sent.`);
  }
}

function wireMedia(media: MediaObject, keys: ("caption" | "filename" | "voice")[]): JsonObject {
  const wire: JsonObject = media.id === undefined ? { link: media.link ?? "" } : { id: media.id };
  for (const key of keys) {
    const value = media[key];
    if (value !== undefined && value !== "") wire[key] = value;
  }
  return wire;
}
