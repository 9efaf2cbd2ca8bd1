/** Opus as a container holds it. */
export type OpusStream = {
  /** The `OpusHead` of RFC 7845, 5.1. */
  head: Uint8Array;
  packets: Uint8Array[];
  /** At 48 kHz, where the container trims the end; else all that the packets hold. */
  samples?: number;
};

const SAMPLES_PER_MS = 48;
const MOST_PACKET_MS = 120;
const silkMs = [10, 20, 40, 60];
const hybridMs = [10, 20];
const celtMs = [2.5, 5, 10, 20];

/** How long a packet plays, in samples at 48 kHz (RFC 6716, 3.1 and 3.2); 0 for one that no decoder takes. */
export function samplesOf(packet: Uint8Array): number {
  const [toc, second = 0] = packet;
  if (toc === undefined) return 0;
  const config = toc >> 3;
  const frameMs = config < 12 ? silkMs[config & 3] : config < 16 ? hybridMs[config & 1] : celtMs[config & 3];
  const frames = [1, 2, 2, packet.length < 2 ? 0 : second & 63][toc & 3] ?? 0;
  const packetMs = (frameMs ?? 0) * frames;
  return packetMs > MOST_PACKET_MS ? 0 : packetMs * SAMPLES_PER_MS;
}

const HEAD_BYTES = 19;

/** Whether it is a head whose decoder is one of the simple family, for one or two channels. */
export function isSimpleHead(head: Uint8Array): boolean {
  const bytes = Buffer.from(head);
  const isHead = bytes.length >= HEAD_BYTES && bytes.toString("latin1", 0, 8) === "OpusHead";
  return isHead && (bytes[8] ?? 16) < 16 && (bytes[9] === 1 || bytes[9] === 2) && bytes[18] === 0;
}

export function channelsOf(head: Uint8Array): number {
  return head[9] ?? 0;
}

/** A decoder gives one channel of any packet, also of one that holds two: the head alone decides (RFC 7845, 5.1.1). */
export function monoHead(head: Uint8Array): Buffer {
  const mono = Buffer.from(head.subarray(0, HEAD_BYTES));
  mono[9] = 1;
  return mono;
}
