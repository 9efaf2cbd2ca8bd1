import { MINUTE } from "@/lib/time";
import type { Refusal } from "./refuse-request";

/** What the API takes; see `lib/web/json-body.ts`. */
const USUAL_BYTES = 1024 * 1024;

/**
 * Where files come in, and what each takes. Whatever path is not listed has the usual limit. One that is a little too large
 * passes here, so that it is refused with its reason.
 */
const uploads: readonly { path: RegExp; mostBytes: number }[] = [
  { path: /^\/api\/v1\/media$/, mostBytes: 128 * USUAL_BYTES },
];

/** The largest body that may be sent to a path, in bytes. */
export function mostBodyBytes(path: string): number {
  return uploads.find((upload) => upload.path.test(path))?.mostBytes ?? USUAL_BYTES;
}

/** From the first byte to the last, the same as web allows. A weak line takes minutes for a large file. */
export const mostRequestMs = 5 * MINUTE;

export function mostBodyMs(path: string): number {
  return uploads.some((upload) => upload.path.test(path)) ? mostRequestMs : MINUTE;
}

export function refusalOfSize(path: string, declared: string | undefined): Refusal | null {
  return Number(declared ?? 0) > mostBodyBytes(path) ? { status: 413, title: "The body is too large." } : null;
}
