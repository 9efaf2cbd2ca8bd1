import type { Refusal } from "./refuse-request";

/** What the API takes; see `lib/web/json-body.ts`. */
const USUAL_BYTES = 1024 * 1024;

/** Where files come in, and what each takes. Whatever path is not listed has the usual limit. */
const uploads: readonly { path: RegExp; mostBytes: number }[] = [];

/** The largest body that may be sent to a path, in bytes. */
export function mostBodyBytes(path: string): number {
  return uploads.find((upload) => upload.path.test(path))?.mostBytes ?? USUAL_BYTES;
}

export function refusalOfSize(path: string, declared: string | undefined): Refusal | null {
  return Number(declared ?? 0) > mostBodyBytes(path) ? { status: 413, title: "The body is too large." } : null;
}
