import sharp, { type Metadata, type Sharp } from "sharp";
import type { FileRefusal } from "./judge";
import type { Facts } from "./treated";

/** More would take half a gigabyte to unpack. */
const MOST_PIXELS = 100_000_000;

// Pictures come one after the other, so what one leaves behind is of no use to the next.
sharp.cache(false);

/** Reads the head of a picture only. */
export async function picture(bytes: Buffer): Promise<{ metadata: Metadata; facts: Facts } | FileRefusal> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!metadata) return { code: "file_damaged" };
  const { width, height, format } = metadata;
  if (width * height > MOST_PIXELS) return { code: "picture_too_many_pixels", details: { width, height } };
  return { metadata, facts: { type: `image/${format}`, sizeBytes: bytes.length, width, height } };
}

/** Unpacks and packs a picture anew; one whose insides are broken is found out here. */
export async function rewritten(
  draw: () => Sharp,
): Promise<{ bytes: Buffer; type: string; facts: Facts } | FileRefusal> {
  try {
    const { data, info } = await draw().toBuffer({ resolveWithObject: true });
    const type = `image/${info.format}`;
    const facts = { type, sizeBytes: data.length, width: info.width, height: info.pageHeight ?? info.height };
    return { bytes: data, type, facts };
  } catch {
    return { code: "file_damaged" };
  }
}
