import { randomBytes } from "node:crypto";
import { MOST_SEGMENTS, readPage, segmentsOf, writePage } from "./ogg-page";
import { isSimpleHead, monoHead, type OpusStream, samplesOf } from "./opus-stream";

/** A second of sound to a page: players seek by pages. */
const PAGE_SAMPLES = 48_000;
const VENDOR = "Parley";

/** Mono Opus in Ogg (RFC 7845), the one form that WhatsApp plays as a voice note. */
export function writeOggOpus({ head, packets, samples }: OpusStream): Buffer {
  const serial = randomBytes(4).readUInt32LE();
  const opening = { serial, granule: 0n, isLast: false };
  const pages = [
    writePage({ ...opening, sequence: 0, isFirst: true, parts: [monoHead(head)] }),
    writePage({ ...opening, sequence: 1, isFirst: false, parts: [tags()] }),
  ];
  let played = 0;
  for (const parts of byPage(packets)) {
    const isLast = parts.at(-1) === packets.at(-1);
    played += sum(parts.map(samplesOf));
    // The place of the last page says where the sound ends, also within its last packet.
    const granule = BigInt(isLast ? Math.min(samples ?? played, played) : played);
    pages.push(writePage({ serial, granule, isLast, isFirst: false, sequence: pages.length, parts }));
  }
  return Buffer.concat(pages);
}

/** The Opus of an Ogg file; null when it is not whole, or holds something else. */
export function readOggOpus(bytes: Buffer): OpusStream | null {
  const packets: Uint8Array[] = [];
  let open: Uint8Array | null = null;
  let samples = 0;
  for (let at = 0, sequence = 0; at < bytes.length; sequence += 1) {
    const read = readPage(bytes, at);
    if (!read || read.page.sequence !== sequence || read.page.continues !== (open !== null)) return null;
    const [first = Buffer.alloc(0), ...rest] = read.page.parts;
    packets.push(open === null ? first : Buffer.concat([open, first]), ...rest);
    open = read.page.isOpen ? (packets.pop() ?? null) : null;
    samples = Math.max(samples, Number(read.page.granule));
    at = read.end;
  }
  const [head, comments, ...audio] = packets;
  if (open !== null || !head || !comments || !isSimpleHead(head)) return null;
  return { head, packets: audio, samples };
}

function tags(): Buffer {
  const bytes = Buffer.alloc(16 + VENDOR.length);
  bytes.write("OpusTags", 0, "latin1");
  bytes.writeUInt32LE(VENDOR.length, 8);
  bytes.write(VENDOR, 12, "latin1");
  return bytes;
}

function* byPage(packets: Uint8Array[]): Generator<Uint8Array[]> {
  let page: Uint8Array[] = [];
  for (const packet of packets) {
    const isFull = sum(page.map(samplesOf)) >= PAGE_SAMPLES;
    if (page.length > 0 && (isFull || sum([...page, packet].map(segmentsOf)) > MOST_SEGMENTS)) {
      yield page;
      page = [];
    }
    page.push(packet);
  }
  if (page.length > 0) yield page;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
