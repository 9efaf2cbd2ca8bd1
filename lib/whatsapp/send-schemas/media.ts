import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { webUrl, words } from "./words";

const mediaId = z.string().min(1, "The attachment's id is empty.").max(512);
const caption = z
  .string()
  .max(sendLimits.caption, `The caption can have at most ${sendLimits.caption.toLocaleString("en")} characters.`)
  .optional();

const source = { id: mediaId.optional(), link: webUrl.optional() };

function hasOneSource({ id, link }: { id?: string; link?: string }): boolean {
  return (id === undefined) !== (link === undefined);
}
const needsOneSource = "Give the attachment either as an id or as a link.";

/** What a header of an interactive message takes. */
export const PlainMedia = z.object(source).refine(hasOneSource, needsOneSource);

const CaptionedMedia = z.object({ ...source, caption }).refine(hasOneSource, needsOneSource);

export const ImageMessage = z.object({ type: z.literal("image"), image: CaptionedMedia });
export const VideoMessage = z.object({ type: z.literal("video"), video: CaptionedMedia });
export const AudioMessage = z.object({
  type: z.literal("audio"),
  audio: z.object({ ...source, voice: z.boolean().optional() }).refine(hasOneSource, needsOneSource),
});
export const NamedFile = z
  .object({ ...source, caption, filename: words("The file name", sendLimits.filename).optional() })
  .refine(hasOneSource, needsOneSource);
export const DocumentMessage = z.object({ type: z.literal("document"), document: NamedFile });
export const StickerMessage = z.object({ type: z.literal("sticker"), sticker: PlainMedia });
