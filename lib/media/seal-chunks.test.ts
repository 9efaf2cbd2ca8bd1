import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CHUNK_BYTES, type FileKey, openChunks, sealChunks } from "./seal-chunks";
import type { ByteRange } from "./storage";

const SEALED = CHUNK_BYTES + 16;
const plain = randomBytes(2 * CHUNK_BYTES + 1_000);
const file: FileKey = { key: randomBytes(32), mediaId: "a", sizeBytes: plain.length };
const sealedOf = async (key: FileKey, parts: Uint8Array[]) =>
  Buffer.concat(await Readable.from(sealChunks(key, parts)).toArray());
const sealed = await sealedOf(file, [plain]);
const whole = { start: 0, end: plain.length - 1 };

/** Gives a stored range in pieces of an odd size, and notes what was asked for. */
function storageOf(bytes: Buffer, asked: ByteRange[] = [], pieceBytes = 10_007) {
  return async function* read(range: ByteRange) {
    asked.push(range);
    const wanted = bytes.subarray(range.start, range.end + 1);
    for (let at = 0; at < wanted.length; at += pieceBytes) yield wanted.subarray(at, at + pieceBytes);
  };
}

async function opened(bytes: Buffer, range: ByteRange = whole, key: FileKey = file): Promise<Buffer> {
  return Buffer.concat(await Readable.from(openChunks(key, range, storageOf(bytes))).toArray());
}

test("any range of a sealed file opens to just its bytes", async () => {
  const at = fc.integer({ min: 0, max: plain.length - 1 });
  await fc.assert(
    fc.asyncProperty(at, at, async (one, other) => {
      const range = { start: Math.min(one, other), end: Math.max(one, other) };
      expect((await opened(sealed, range)).equals(plain.subarray(range.start, range.end + 1))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES])(
  "a file of %i bytes comes back whole",
  async (sizeBytes) => {
    const bytes = randomBytes(sizeBytes);
    const key = { ...file, sizeBytes };
    const back = await opened(await sealedOf(key, [bytes]), { start: 0, end: sizeBytes - 1 }, key);
    expect(back.equals(bytes)).toBe(true);
  },
);

test("however a file arrives, it is sealed alike", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: plain.length }), { maxLength: 12 }), async (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), plain.length];
      const parts = places.slice(1).map((end, at) => plain.subarray(places[at], end));
      expect((await sealedOf(file, parts)).equals(sealed)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("a range reads only the pieces that hold it", async () => {
  const asked: ByteRange[] = [];
  const range = { start: CHUNK_BYTES + 10, end: CHUNK_BYTES + 20 };
  await Readable.from(openChunks(file, range, storageOf(sealed, asked))).toArray();
  expect(asked).toEqual([{ start: SEALED, end: 2 * SEALED - 1 }]);
});

const piece = (index: number) => sealed.subarray(index * SEALED, (index + 1) * SEALED);
const changed = Buffer.from(sealed);
changed[SEALED + 5] = (changed[SEALED + 5] ?? 0) ^ 1;

test.each([
  ["a changed byte", changed],
  ["a lost end", sealed.subarray(0, 2 * SEALED)],
  ["an end lost within a piece", sealed.subarray(0, 2 * SEALED + 500)],
  ["two pieces changed about", Buffer.concat([piece(1), piece(0), piece(2)])],
  ["a piece twice", Buffer.concat([piece(0), piece(0), piece(2)])],
  ["nothing at all", Buffer.alloc(0)],
])("%s is noticed", async (_, damaged) => {
  await expect(opened(damaged)).rejects.toThrow();
});

test("a file cut at a piece does not pass for a shorter one", async () => {
  const shorter = { ...file, sizeBytes: 2 * CHUNK_BYTES };
  const cut = sealed.subarray(0, 2 * SEALED);
  await expect(opened(cut, { start: 0, end: 2 * CHUNK_BYTES - 1 }, shorter)).rejects.toThrow();
});

test("the bytes of one file do not open as another's, even under its key", async () => {
  await expect(opened(sealed, whole, { ...file, mediaId: "b" })).rejects.toThrow();
});
