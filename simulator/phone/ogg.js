/** Opus packets as an Ogg file (RFC 3533 and 7845), as WhatsApp's own voice messages are. */
const packetSamples = 960;
const packetsAPage = 50;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** @param packets of 20 ms each */
export function oggOf(packets) {
  const serial = Math.floor(Math.random() * 2 ** 32);
  const pages = [page({ serial, number: 0, flags: 2, samples: 0, packets: [head()] })];
  pages.push(page({ serial, number: 1, flags: 0, samples: 0, packets: [tags()] }));
  for (let at = 0; at < packets.length; at += packetsAPage) {
    const some = packets.slice(at, at + packetsAPage);
    const isLast = at + packetsAPage >= packets.length;
    const samples = (at + some.length) * packetSamples;
    pages.push(page({ serial, number: pages.length, flags: isLast ? 4 : 0, samples, packets: some }));
  }
  return new Blob(pages, { type: "audio/ogg; codecs=opus" });
}

function head() {
  const bytes = new Uint8Array(19);
  bytes.set(new TextEncoder().encode("OpusHead"));
  bytes[8] = 1;
  bytes[9] = 1;
  const view = new DataView(bytes.buffer);
  view.setUint16(10, 312, true);
  view.setUint32(12, 48_000, true);
  return bytes;
}

function tags() {
  const bytes = new Uint8Array(16);
  bytes.set(new TextEncoder().encode("OpusTags"));
  return bytes;
}

function page({ serial, number, flags, samples, packets }) {
  const lacing = packets.flatMap(({ length }) => [...Array(Math.floor(length / 255)).fill(255), length % 255]);
  const body = packets.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(27 + lacing.length + body);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("OggS"));
  bytes[5] = flags;
  view.setBigInt64(6, BigInt(samples), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, number, true);
  bytes[26] = lacing.length;
  bytes.set(lacing, 27);
  let at = 27 + lacing.length;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ table[((crc >>> 24) ^ byte) & 0xff]) >>> 0;
  view.setUint32(22, crc, true);
  return bytes;
}
