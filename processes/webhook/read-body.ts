import type { IncomingMessage } from "node:http";
import type { BytesInFlight, Holder } from "./bytes-in-flight";

export type BodyLimits = {
  mostBytes: number;
  /** From the headers to the body's first byte. */
  beginWithinMs: number;
  /** From the first byte to the last. */
  withinMs: number;
  inFlight: BytesInFlight;
  holder: Holder;
};

/** The bytes, or the status that says why there are none; `aborted` when nobody is there to be told. */
export type BodyOutcome = { bytes: Buffer } | { refused: 408 | 413 | 503 } | { aborted: true };

/**
 * Reads a body whole. It takes from the shared budget what has arrived, not what was announced, and gives it back when
 * `release` is called.
 */
export function readBody(
  request: IncomingMessage,
  { mostBytes, beginWithinMs, withinMs, inFlight, holder }: BodyLimits,
): Promise<BodyOutcome & { release: () => void }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let reserved = 0;
    const release = () => {
      inFlight.giveBack(reserved, holder);
      reserved = 0;
    };
    const settle = (outcome: BodyOutcome) => {
      clearTimeout(patience);
      request.off("data", take).off("end", finish).off("close", abort);
      if (!("bytes" in outcome)) release();
      resolve({ ...outcome, release });
    };
    const late = () => settle({ refused: 408 });
    const take = (chunk: Buffer) => {
      if (size === 0) {
        clearTimeout(patience);
        patience = setTimeout(late, withinMs);
      }
      size += chunk.length;
      if (size > mostBytes) settle({ refused: 413 });
      else if (!inFlight.take(chunk.length, holder)) settle({ refused: 503 });
      else {
        reserved = size;
        chunks.push(chunk);
      }
    };
    const finish = () => settle({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size) });
    const abort = () => settle({ aborted: true });
    let patience = setTimeout(late, beginWithinMs);

    if (Number(request.headers["content-length"] ?? 0) > mostBytes) settle({ refused: 413 });
    else request.on("data", take).on("end", finish).on("close", abort);
  });
}
