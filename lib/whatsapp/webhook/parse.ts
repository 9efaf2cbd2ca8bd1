import type { JsonValue } from "@/lib/whatsapp/types";
import { isBytesTooDeep, MAX_DEPTH } from "./depth";

type Parsed = { ok: true; value: JsonValue } | { ok: false; reason: string };
type SourceReviver = (key: string, value: JsonValue, context: { source?: string }) => JsonValue;

/** Cheap and never wrong on the no side: without such a number nothing can lose digits. */
const MAY_LOSE_DIGITS = /[:[,]\s*-?(\d{16}|\d+(\.\d+)?[eE])/;

/** Parses a body; whole numbers past 2^53 become strings of their digits, since they are ids. */
export function parseWebhookBody(bytes: Uint8Array): Parsed {
  if (bytes.length === 0) return { ok: false, reason: "The body is empty." };
  if (isBytesTooDeep(bytes)) return { ok: false, reason: `The body is nested deeper than ${MAX_DEPTH} levels.` };
  const text = new TextDecoder().decode(bytes);
  try {
    return { ok: true, value: MAY_LOSE_DIGITS.test(text) ? JSON.parse(text, keepDigits as Reviver) : JSON.parse(text) };
  } catch {
    return { ok: false, reason: "The body is not JSON." };
  }
}

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

const keepDigits: SourceReviver = (_key, value, context) => {
  if (typeof value !== "number" || context.source === undefined) return value;
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return exact ? value : context.source;
};
