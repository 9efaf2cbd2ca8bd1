import type { IncomingMessage } from "node:http";
import type { BytesInFlight } from "./bytes-in-flight";

export type BodyLimits = { mostBytes: number; withinMs: number; inFlight: BytesInFlight };

/** The bytes, or the status that says why there are none; `aborted` when nobody is there to be told. */
export type BodyOutcome = { bytes: Buffer } | { refused: 408 | 413 | 503 } | { aborted: true };

/** Reads a body whole. What it took from the shared budget is given back when `release` is called. */
export function readBody(
  request: IncomingMessage,
  { mostBytes, withinMs, inFlight }: BodyLimits,
): Promise<BodyOutcome & { release: () => void }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let reserved = 0;
    const release = () => {
      inFlight.giveBack(reserved);
      reserved = 0;
    };
    const settle = (outcome: BodyOutcome) => {
      clearTimeout(timer);
      request.off("data", take).off("end", finish).off("close", abort);
      if (!("bytes" in outcome)) release();
      resolve({ ...outcome, release });
    };
    const reserve = (bytes: number) => {
      if (bytes <= reserved) return true;
      if (!inFlight.take(bytes - reserved)) return false;
      reserved = bytes;
      return true;
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) settle({ refused: 413 });
      else if (!reserve(size)) settle({ refused: 503 });
      else chunks.push(chunk);
    };
    const finish = () => settle({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size) });
    const abort = () => settle({ aborted: true });
    const timer = setTimeout(() => settle({ refused: 408 }), withinMs);

    const declared = Number(request.headers["content-length"] ?? 0);
    if (declared > mostBytes) settle({ refused: 413 });
    else if (!reserve(declared)) settle({ refused: 503 });
    else request.on("data", take).on("end", finish).on("close", abort);
  });
}
