import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readOggOpus, writeOggOpus } from "./ogg-opus";
import { type OggPage, readPage } from "./ogg-page";
import { channelsOf, samplesOf } from "./opus-stream";
import { readWebmOpus } from "./webm-opus";

const recorded = readFileSync("test/files/voice-note.webm");

/** Pages with a wrong checksum are none. */
function pagesOf(bytes: Buffer): OggPage[] {
  const pages: OggPage[] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = readPage(bytes, at);
    if (!read) throw new Error(`There is no whole page at ${at}.`);
    pages.push(read.page);
    at = read.end;
  }
  return pages;
}

const head = Buffer.concat([Buffer.from("OpusHead"), Buffer.from([1, 2, 56, 1, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
/** A packet of one frame of 20 ms. */
const packetOf = (length: number) => Buffer.concat([Buffer.from([9 << 3]), Buffer.alloc(length, 7)]);

test("what a browser recorded becomes mono Opus in Ogg, packet by packet the same", () => {
  const stream = readWebmOpus(recorded);
  if (!stream) throw new Error("The recording could not be read.");
  expect(stream.packets.length).toBeGreaterThan(30);
  const pages = pagesOf(writeOggOpus(stream));
  const [first, second, ...audio] = pages;
  expect(first).toMatchObject({ isFirst: true, granule: 0n, parts: [expect.anything()] });
  expect(Buffer.from(first?.parts[0] ?? []).toString("latin1", 0, 8)).toBe("OpusHead");
  expect(channelsOf(first?.parts[0] ?? Buffer.alloc(0))).toBe(1);
  expect(Buffer.from(second?.parts[0] ?? []).toString("latin1", 0, 8)).toBe("OpusTags");
  expect(Buffer.concat(audio.flatMap(({ parts }) => parts)).equals(Buffer.concat(stream.packets))).toBe(true);
  expect(pages.map(({ isLast }) => isLast)).toEqual([...pages.slice(1).map(() => false), true]);
  expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, at) => at));
  expect(new Set(pages.map(({ serial }) => serial)).size).toBe(1);
  expect(audio.at(-1)?.granule).toBe(BigInt(stream.packets.reduce((sum, packet) => sum + samplesOf(packet), 0)));
});

/** Bit by bit, as the RFC says it. */
function slowCrc(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}

test("each page has the checksum of the RFC", () => {
  // The check value of this polynomial, neither reflected nor inverted.
  expect(slowCrc(Buffer.from("123456789"))).toBe(0x89a1897f);
  const page = writeOggOpus({ head, packets: [packetOf(100)] }).subarray(0, 47);
  const without = Buffer.from(page).fill(0, 22, 26);
  expect(page.readUInt32LE(22)).toBe(slowCrc(without));
});

test("whatever the packets, what is written is read back: places grow by what each page plays", () => {
  const packets = fc.array(fc.integer({ min: 0, max: 1_600 }).map(packetOf), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(packets, (given) => {
      const bytes = writeOggOpus({ head, packets: given });
      const [, , ...audio] = pagesOf(bytes);
      let played = 0n;
      for (const { granule, parts, isOpen } of audio) {
        played += BigInt(parts.reduce((sum, part) => sum + samplesOf(part), 0));
        expect([granule, isOpen]).toEqual([played, false]);
      }
      const read = readOggOpus(bytes);
      expect(read?.packets.map((packet) => Buffer.from(packet).toString("hex"))).toEqual(
        given.map((packet) => packet.toString("hex")),
      );
      expect(read?.samples).toBe(given.length * 960);
    }),
    { numRuns: 60 },
  );
});

test("two channels become one, and an end that was trimmed stays trimmed", () => {
  const bytes = writeOggOpus({ head, packets: [packetOf(10), packetOf(10)], samples: 1_500 });
  const read = readOggOpus(bytes);
  expect([channelsOf(read?.head ?? head), read?.samples]).toEqual([1, 1_500]);
});

test.each([
  [[31 << 3, 1], 960],
  [[(3 << 3) | 0, 1], 2_880],
  [[(12 << 3) | 1, 1], 960],
  [[(28 << 3) | 3, 4, 1], 480],
  [[(3 << 3) | 3, 3, 1], 0],
  [[], 0],
])("a packet that begins with %j plays %i samples", (bytes, samples) => {
  expect(samplesOf(Uint8Array.from(bytes))).toBe(samples);
});

test("a damaged file is none: cut, changed or of another codec", () => {
  const ogg = writeOggOpus({ head, packets: [packetOf(400), packetOf(10)] });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: ogg.length - 1 }), (at) => {
      const changed = Buffer.from(ogg);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(readOggOpus(changed)).toBeNull();
    }),
  );
  expect(readOggOpus(ogg.subarray(0, -1))).toBeNull();
  expect(readWebmOpus(recorded.subarray(0, 1_000))).toBeNull();
  expect(readWebmOpus(Buffer.from(recorded.toString("latin1").replace("A_OPUS", "A_AAC_"), "latin1"))).toBeNull();
});

test("no bytes at all make the readers go on for ever or fail otherwise than by finding nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: recorded.length }), (noise, at) => {
      const bytes = Buffer.from(recorded);
      bytes.set(noise.subarray(0, recorded.length - at), at);
      readWebmOpus(bytes);
      readOggOpus(Buffer.concat([Buffer.from("OggS\0"), noise]));
    }),
    { numRuns: 300 },
  );
});
