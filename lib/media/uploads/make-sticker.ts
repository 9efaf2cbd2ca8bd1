import sharp from "sharp";
import { stickerLimits } from "@/lib/whatsapp/types";
import type { FileRefusal } from "./judge";
import { picture, rewritten } from "./picture";
import type { Treated } from "./treated";

const { side, mostStillBytes, mostAnimatedBytes } = stickerLimits;
const qualities = [90, 75, 60, 45, 30, 15];

/** A picture as a sticker: WebP of 512 by 512. One that is a sticker already stays as it is. */
export async function makeSticker(bytes: Buffer, type: string): Promise<Treated | FileRefusal> {
  const read = await picture(bytes);
  if ("code" in read) return read;
  const { facts, metadata } = read;
  const isAnimated = (metadata.pages ?? 1) > 1;
  const mostBytes = isAnimated ? mostAnimatedBytes : mostStillBytes;
  const sticker = { kind: "sticker" as const, type: "image/webp", isVoice: false };
  const isOne = type === "image/webp" && metadata.width === side && (metadata.pageHeight ?? metadata.height) === side;
  if (isOne && bytes.length <= mostBytes) return { ...sticker, bytes, change: null };
  for (const quality of qualities) {
    const made = await rewritten(() =>
      sharp(bytes, { animated: isAnimated })
        .autoOrient()
        .resize(side, side, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
        .webp({ quality, effort: 5 }),
    );
    if ("code" in made) return made;
    if (made.bytes.length > mostBytes) continue;
    return { ...sticker, bytes: made.bytes, change: { code: "converted", from: facts, to: made.facts } };
  }
  return { code: "sticker_too_large" };
}
