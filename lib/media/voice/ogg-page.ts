/** A page of RFC 3533. */
export type OggPage = {
  isFirst: boolean;
  isLast: boolean;
  /** The page begins with the rest of a packet of the page before. */
  continues: boolean;
  granule: bigint;
  serial: number;
  sequence: number;
  /** Packets or parts of them, as the segment table cuts them. */
  parts: Uint8Array[];
  /** The last part goes on in the next page. */
  isOpen: boolean;
};

const HEAD_BYTES = 27;
const CRC_AT = 22;
export const MOST_SEGMENTS = 255;

/** How many segments a packet takes: one that fills its last one to the brim ends in an empty one. */
export function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1;
}

/** A page of whole packets. */
export function writePage(page: Omit<OggPage, "continues" | "isOpen">): Buffer {
  const lacing = page.parts.flatMap((part) => [...Array(segmentsOf(part) - 1).fill(255), part.length % 255]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.write("OggS", 0, "latin1");
  head[5] = (page.isFirst ? 2 : 0) | (page.isLast ? 4 : 0);
  head.writeBigInt64LE(page.granule, 6);
  head.writeUInt32LE(page.serial, 14);
  head.writeUInt32LE(page.sequence, 18);
  head[26] = lacing.length;
  const bytes = Buffer.concat([head, Buffer.from(lacing), ...page.parts]);
  bytes.writeUInt32LE(crcOf(bytes), CRC_AT);
  return bytes;
}

/** The page at a place, and where the next one begins; null when there is none that is whole. */
export function readPage(bytes: Buffer, at: number): { page: OggPage; end: number } | null {
  if (bytes.toString("latin1", at, at + 5) !== "OggS\0" || at + HEAD_BYTES > bytes.length) return null;
  const lacing = bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + (bytes[at + 26] ?? 0));
  const bodyAt = at + HEAD_BYTES + lacing.length;
  const end = bodyAt + lacing.reduce((sum, length) => sum + length, 0);
  if (end > bytes.length || crcOf(bytes.subarray(at, end)) !== bytes.readUInt32LE(at + CRC_AT)) return null;
  const flags = bytes[at + 5] ?? 0;
  const page = {
    continues: (flags & 1) !== 0,
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    granule: bytes.readBigInt64LE(at + 6),
    serial: bytes.readUInt32LE(at + 14),
    sequence: bytes.readUInt32LE(at + 18),
    ...partsOf(bytes.subarray(bodyAt, end), lacing),
  };
  return { page, end };
}

function partsOf(body: Buffer, lacing: Uint8Array): Pick<OggPage, "parts" | "isOpen"> {
  const parts: Uint8Array[] = [];
  let from = 0;
  let to = 0;
  for (const length of lacing) {
    to += length;
    if (length === 255) continue;
    parts.push(body.subarray(from, to));
    from = to;
  }
  const isOpen = lacing.at(-1) === 255;
  if (isOpen) parts.push(body.subarray(from, to));
  return { parts, isOpen };
}

/** Ogg's own: polynomial 0x04c11db7, neither reflected nor inverted. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** Of a page whose own four bytes of checksum count as nothing. */
function crcOf(page: Uint8Array): number {
  let crc = 0;
  for (let at = 0; at < page.length; at += 1) {
    const byte = at >= CRC_AT && at < CRC_AT + 4 ? 0 : (page[at] ?? 0);
    crc = (crc << 8) ^ (crcTable[((crc >>> 24) ^ byte) & 0xff] ?? 0);
  }
  return crc >>> 0;
}
