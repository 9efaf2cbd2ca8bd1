import type { FileRefusal } from "./judge";
import type { Treated } from "./treated";

/** Boxes of ISO 14496-12 that hold others, on the way to the table that names the codecs. */
const within = new Set(["moov", "trak", "mdia", "minf", "stbl"]);
const CODECS = "stsd";
/** What phones and browsers record and WhatsApp refuses. */
const notPlayed: Record<string, string> = {
  hvc1: "H.265 (HEVC)",
  hev1: "H.265 (HEVC)",
  vp09: "VP9",
  av01: "AV1",
  Opus: "Opus",
  "ac-3": "Dolby Digital",
  "ec-3": "Dolby Digital Plus",
};

/** Meta checks the codecs only after a message was accepted; asked here, the answer comes in time. */
export function checkFilm(bytes: Buffer, type: string): Treated | FileRefusal {
  const codecs = codecsOf(bytes);
  if (codecs.length === 0) return { code: "file_damaged" };
  const codec = codecs.map((each) => notPlayed[each]).find((name) => name !== undefined);
  if (codec) return { code: "film_codec_not_taken", details: { codec } };
  return { bytes, kind: "video", type, isVoice: false, change: null };
}

/** The four characters of each track's codec. */
function codecsOf(bytes: Buffer): string[] {
  const codecs: string[] = [];
  for (let at = 0; at + 16 <= bytes.length; ) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    const size = sizeAt(bytes, at);
    if (size < 8) break;
    if (within.has(name)) {
      at += 8;
      continue;
    }
    // A version, flags and a count; then the entries, whose size and name come first.
    if (name === CODECS) codecs.push(bytes.toString("latin1", at + 20, at + 24));
    at += size;
  }
  return codecs;
}

/** 1 says that 64 bits follow the name; 0 that the box goes on to the end. */
function sizeAt(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32BE(at);
  if (size === 1) return Number(bytes.readBigUInt64BE(at + 8));
  return size === 0 ? bytes.length - at : size;
}
