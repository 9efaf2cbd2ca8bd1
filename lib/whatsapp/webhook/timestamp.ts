import type { JsonValue } from "@/lib/whatsapp/types";

const YEAR_10000 = 253_402_300_800;

/** Milliseconds from Unix seconds given as string or number; null for 0, for what is past the year 9999 and for nonsense. */
export function timestampMsOf(value: JsonValue | undefined): number | null {
  if (typeof value === "string" && !/^\d{1,15}(\.\d{1,9})?$/.test(value)) return null;
  if (typeof value !== "string" && typeof value !== "number") return null;
  const seconds = Number(value);
  if (!Number.isFinite(seconds) || seconds < 1 || seconds >= YEAR_10000) return null;
  return Math.trunc(seconds * 1_000);
}
