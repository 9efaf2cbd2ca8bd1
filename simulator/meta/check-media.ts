import { bareMimeType, mediaKinds } from "./media-limits";
import { badParam, badValue, type JsonObject, missing, optionalText, requireWebAddress } from "./parameters";

/** The MIME type behind an uploaded id of the sending number; undefined when there is no such id. */
export type FindMediaType = (mediaId: string) => string | undefined;

const withCaption = new Set(["image", "video", "document"]);

/** `id` or `link` of an image, video, audio, document or sticker, also inside headers of interactive and template. */
export function checkMedia(kind: string, media: JsonObject, findMediaType: FindMediaType): void {
  const { id, link } = media;
  if (id === undefined && link === undefined) throw missing(`${kind}['id'] or ${kind}['link']`);
  if (id !== undefined && link !== undefined) throw badParam(`Param ${kind} must have either id or link, not both.`);
  if (link !== undefined) requireWebAddress(link, `${kind}['link']`);
  if (id !== undefined) checkMediaId(kind, id, findMediaType);
  if (media.caption !== undefined && !withCaption.has(kind))
    throw badParam(`Unexpected key "caption" on param "${kind}".`);
  if (withCaption.has(kind)) optionalText(media.caption, `${kind}['caption']`, 1024);
  if (kind === "document") optionalText(media.filename, "document['filename']", 240);
  if (kind === "audio" && media.voice !== undefined && typeof media.voice !== "boolean") {
    throw badParam("Param audio['voice'] must be a boolean.");
  }
}

function checkMediaId(kind: string, id: unknown, findMediaType: FindMediaType): void {
  const mimeType = typeof id === "string" || typeof id === "number" ? findMediaType(String(id)) : undefined;
  if (mimeType === undefined) {
    throw badParam(`Param ${kind}['id'] is not a valid whatsapp business account media attachment ID`);
  }
  const allowed = mediaKinds[kind]?.types ?? [];
  // A document may carry any type that could be uploaded.
  if (kind !== "document" && !allowed.includes(bareMimeType(mimeType))) {
    throw badValue(`Media of type ${mimeType} cannot be sent as ${kind}`);
  }
}
