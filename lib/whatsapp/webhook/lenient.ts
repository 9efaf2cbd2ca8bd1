import type { JsonObject, JsonValue } from "@/lib/whatsapp/types";

/** Lenient reading of one JSON value: what does not fit is null, nothing throws. */

export function asObject(value: JsonValue | undefined): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}

export function asList(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** Text that says something: an empty string is null. Numbers count, since ids come both ways. */
export function asText(value: JsonValue | undefined): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

/** The same for optional keys. */
export function optionalText(value: JsonValue | undefined): string | undefined {
  return asText(value) ?? undefined;
}

export function asNumber(value: JsonValue | undefined): number | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  if (typeof value === "string" && value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Booleans come as strings too. */
export function asFlag(value: JsonValue | undefined): boolean | null {
  if (typeof value === "boolean") return value;
  if (value === "true") return true;
  return value === "false" ? false : null;
}

/** Drops the keys without a value, so that content stays as Meta shaped it. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
