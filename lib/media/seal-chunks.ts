import { createCipheriv, createDecipheriv } from "node:crypto";
import type { ByteRange } from "./storage";

/** Files are sealed in pieces, so that a range is read without the rest. */
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/** The key is fresh for each time a file is sealed: only that makes counted nonces safe. */
export type FileKey = { key: Buffer; mediaId: string; sizeBytes: number };

/**
 * AES-256-GCM for each 64 KiB, each followed by its tag. A piece is bound to its file, its place and whether it is the
 * last, so that none can be changed, moved, dropped or added unseen. Takes the file in parts of any size.
 */
export async function* sealChunks(
  file: Omit<FileKey, "sizeBytes">,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let index = 0;
  let waiting: Uint8Array = Buffer.alloc(0);
  for await (const chunk of inPieces(plain, CHUNK_BYTES)) {
    if (index > 0) yield sealChunk(file, index - 1, false, waiting);
    waiting = chunk;
    index += 1;
  }
  yield sealChunk(file, Math.max(0, index - 1), true, waiting);
}

function sealChunk({ key, mediaId }: Omit<FileKey, "sizeBytes">, index: number, isLast: boolean, chunk: Uint8Array) {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(index));
  cipher.setAAD(contextOf(mediaId, index, isLast));
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The plain bytes of a range that lies within the file; reads and opens only the pieces which hold them.
 * @throws {Error} when a piece is missing or is not what was sealed in its place
 */
export async function* openChunks(
  file: FileKey,
  range: ByteRange,
  readSealed: (range: ByteRange) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const first = Math.floor(range.start / CHUNK_BYTES);
  const wantedLast = Math.floor(range.end / CHUNK_BYTES);
  const last = lastIndexOf(file.sizeBytes);
  const sealedSize = file.sizeBytes + (last + 1) * TAG_BYTES;
  const end = Math.min((wantedLast + 1) * SEALED_BYTES, sealedSize) - 1;
  let index = first;
  for await (const piece of inPieces(readSealed({ start: first * SEALED_BYTES, end }), SEALED_BYTES)) {
    const plain = openChunk(file, index, index === last, piece);
    const at = index * CHUNK_BYTES;
    index += 1;
    yield plain.subarray(Math.max(0, range.start - at), range.end - at + 1);
  }
  if (index <= wantedLast) throw new Error("The end of a sealed file is missing.");
}

function openChunk({ key, mediaId }: FileKey, index: number, isLast: boolean, piece: Buffer): Buffer {
  const body = piece.subarray(0, -TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(index), { authTagLength: TAG_BYTES });
  decipher.setAAD(contextOf(mediaId, index, isLast)).setAuthTag(piece.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Pieces of one size, the last perhaps smaller, however the source cut them. */
async function* inPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  pieceBytes: number,
): AsyncGenerator<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (let part of source) {
    while (size + part.length >= pieceBytes) {
      const taken = pieceBytes - size;
      yield Buffer.concat([...parts, part.subarray(0, taken)]);
      part = part.subarray(taken);
      parts.length = 0;
      size = 0;
    }
    if (part.length > 0) parts.push(part);
    size += part.length;
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** An empty file is one empty piece. */
function lastIndexOf(sizeBytes: number): number {
  return Math.max(0, Math.ceil(sizeBytes / CHUNK_BYTES) - 1);
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

function contextOf(mediaId: string, index: number, isLast: boolean): Buffer {
  return Buffer.from(`media|file|${mediaId}|${index}|${isLast ? "last" : "more"}`);
}
