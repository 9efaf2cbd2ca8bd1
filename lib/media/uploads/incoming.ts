import { InvalidError } from "@/lib/errors";
import { mostUploadBytes } from "./judge";
import { refusalError } from "./refusals";

/** Enough to know most files by; archives and text want more. */
const HEAD_BYTES = 64 * 1024;

export type Incoming = {
  head: Buffer;
  /** The whole file, the head included; to be read once. */
  body: AsyncIterable<Uint8Array>;
};

/** Reads the beginning of a body that comes in, so that what cannot be sent is refused before the rest has come. */
export async function openIncoming(source: AsyncIterable<Uint8Array>): Promise<Incoming> {
  const parts = limited(source)[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let isOver = false;
  while (size < HEAD_BYTES && !isOver) {
    const next = await parts.next();
    isOver = next.done === true;
    if (next.value) {
      first.push(next.value);
      size += next.value.length;
    }
  }
  async function* body() {
    try {
      yield* first;
      for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
    } finally {
      await parts.return?.(undefined);
    }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), body: body() };
}

async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let size = 0;
  for await (const part of whole(source)) {
    size += part.length;
    if (size > mostUploadBytes) {
      throw refusalError({ code: "file_too_large", details: { sizeBytes: size, mostBytes: mostUploadBytes } });
    }
    yield part;
  }
}

/** Whoever sends it may stop half-way. */
async function* whole(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* source;
  } catch (cause) {
    throw new InvalidError("The file did not come whole.", {
      code: "upload_cut_off",
      nextStep: "Send it again.",
      cause,
    });
  }
}

export async function allOf(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) throw refusalError({ code: "file_too_large", details: { sizeBytes: size, mostBytes } });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
