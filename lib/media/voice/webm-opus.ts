import { isSimpleHead, type OpusStream } from "./opus-stream";

/** Elements of Matroska that are read, or gone into; all others are stepped over. */
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const CODEC = 0x86;
const CODEC_PRIVATE = 0x63a2;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const SIMPLE_BLOCK = 0xa3;
const within = new Set([SEGMENT, CLUSTER, TRACKS, TRACK, BLOCK_GROUP]);

const LACING = 0x06;

/** What a browser records: WebM with one track of Opus. Null when it is damaged or holds something else. */
export function readWebmOpus(bytes: Buffer): OpusStream | null {
  const packets: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  for (let at = 0; at < bytes.length; ) {
    const id = numberAt(bytes, at, "id");
    const size = id && numberAt(bytes, id.end, "size");
    if (!id || !size) return null;
    if (within.has(id.value)) {
      at = size.end;
      continue;
    }
    // A live recording does not know how long its containers are, but all else has a length.
    const body = bytes.subarray(size.end, size.end + size.value);
    if (body.length !== size.value) return null;
    if (id.value === CODEC && body.toString("latin1") !== "A_OPUS") return null;
    if (id.value === CODEC_PRIVATE) head = body;
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) {
      const packet = packetOf(body);
      if (!packet) return null;
      packets.push(packet);
    }
    at = size.end + size.value;
  }
  return head && isSimpleHead(head) ? { head, packets } : null;
}

/** After the number of the track, two bytes of time and one of flags. */
function packetOf(block: Buffer): Uint8Array | null {
  const track = numberAt(block, 0, "size");
  const flags = track ? block[track.end + 2] : undefined;
  return track && flags !== undefined && (flags & LACING) === 0 ? block.subarray(track.end + 3) : null;
}

/** A number of variable length: its leading zeros say how long, and in an id they belong to the number. */
function numberAt(bytes: Buffer, at: number, kind: "id" | "size"): { value: number; end: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  const end = at + length;
  if (first === 0 || end > bytes.length || (kind === "id" && length > 4)) return null;
  let value = kind === "id" ? first : first & (0xff >> length);
  for (const byte of bytes.subarray(at + 1, end)) value = value * 256 + byte;
  return { value, end };
}
