import sharp, { type Metadata } from "sharp";
import { mediaLimits } from "@/lib/whatsapp/types";
import type { FileRefusal } from "./judge";
import { picture, rewritten } from "./picture";
import type { Treated } from "./treated";

const { mostBytes } = mediaLimits.image;
/** Tried one after the other until the file is small enough. */
const sides = [4_096, 3_072, 2_048, 1_600, 1_024];

/** A picture as Meta takes it: 5 MB at most, JPEG or PNG, eight bits a colour. One that fits stays as it is. */
export async function fitPicture(bytes: Buffer, type: string): Promise<Treated | FileRefusal> {
  const read = await picture(bytes);
  if ("code" in read) return read;
  const { facts, metadata } = read;
  const fits = bytes.length <= mostBytes && type !== "image/webp" && !isExotic(metadata);
  if (fits) return { bytes, kind: "image", type, isVoice: false, change: null };
  if ((metadata.pages ?? 1) > 1) return { code: "gif_not_taken" };
  const isSeeThrough = metadata.hasAlpha === true;
  for (const asPng of isSeeThrough ? [true, false] : [false]) {
    for (const side of sides) {
      const made = await rewritten(() => drawn(bytes, side, asPng));
      if ("code" in made) return made;
      if (made.bytes.length > mostBytes) continue;
      return { ...made, kind: "image", isVoice: false, change: { code: codeOf(bytes), from: facts, to: made.facts } };
    }
  }
  return { code: "file_too_large", details: { sizeBytes: bytes.length, mostBytes } };
}

function codeOf(bytes: Buffer) {
  return bytes.length > mostBytes ? ("scaled" as const) : ("converted" as const);
}

/** Sixteen bits a colour, grey in a PNG, or colours for print: WhatsApp refuses them or shows them wrong. */
function isExotic({ depth, space, format }: Metadata): boolean {
  return depth !== "uchar" || space === "cmyk" || (format === "png" && space !== "srgb");
}

function drawn(bytes: Buffer, side: number, asPng: boolean) {
  const fitted = sharp(bytes)
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
  // What shows through in a PNG is white paper in a JPEG.
  return asPng ? fitted.png({ compressionLevel: 9 }) : fitted.flatten({ background: "#fff" }).jpeg({ quality: 85 });
}
