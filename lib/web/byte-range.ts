import type { ByteRange } from "@/lib/media";

/**
 * What a `Range` header asks for (RFC 9110, 14.2). Null means all of it: also for another unit, several ranges or one
 * that is not well formed. `unsatisfiable`: nothing of it lies within the file.
 */
export function byteRangeOf(header: string | null, sizeBytes: number): ByteRange | "unsatisfiable" | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return null;
  const end = sizeBytes - 1;
  if (first === "") {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? "unsatisfiable" : { start: sizeBytes - length, end };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  return start > end ? "unsatisfiable" : { start, end: last === "" ? end : Math.min(Number(last), end) };
}
