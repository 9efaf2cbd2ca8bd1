import type { JsonValue } from "./json";

/** An error object of Meta's, the same in answers, statuses and messages. */
export type MetaError = {
  code: number;
  title: string | null;
  message: string | null;
  details: string | null;
  href: string | null;
};

/** Reads new and old shapes: `error_data` as an object or a string, `details` at the top; null when there is no code. */
export function readMetaError(value: JsonValue | undefined): MetaError | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const code = Number(value.code);
  if (value.code === null || value.code === "" || !Number.isSafeInteger(code)) return null;
  const inner = value.error_data;
  const nested = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner.details : inner;
  return {
    code,
    title: text(value.title),
    message: text(value.message),
    details: text(nested) ?? text(value.details),
    href: text(value.href),
  };
}

export function readMetaErrors(value: JsonValue | undefined): MetaError[] {
  if (!Array.isArray(value)) return [];
  return value.map(readMetaError).filter((error) => error !== null);
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
