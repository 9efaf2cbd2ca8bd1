import { createHash } from "node:crypto";
import type { JsonValue } from "@/lib/whatsapp/types";

/** Parts joined so that no two lists of parts give the same key. */
export function keyOf(...parts: (string | number | null | undefined)[]): string {
  return parts
    .map((part) =>
      String(part ?? "")
        .replaceAll("%", "%25")
        .replaceAll(":", "%3A"),
    )
    .join(":");
}

/** For facts without an id of their own: a digest that does not depend on the order of keys. */
export function digestOf(value: JsonValue): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(value)))
    .digest("base64url");
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.keys(value)
    .sort()
    .map((key) => [key, sorted(value[key] ?? null)]);
}
