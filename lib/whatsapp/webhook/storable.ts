import { storableJson } from "@/lib/text";
import type { JsonValue } from "@/lib/whatsapp/types";

/** The value as PostgreSQL can hold it, and whether that changed anything. */
export function storable<T extends JsonValue>(value: T): { clean: T; sanitised: boolean } {
  return isStorable(value) ? { clean: value, sanitised: false } : { clean: storableJson(value), sanitised: true };
}

function isStorable(value: JsonValue): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner));
}

function isStorableText(value: string): boolean {
  return value.isWellFormed() && !value.includes("\u0000");
}
