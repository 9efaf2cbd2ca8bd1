import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { derivedKey } from "@/lib/vault";

export type TombstoneKind = "phone" | "bsuid" | "parent_bsuid" | "message";

let key: KeyObject | undefined;

/** What is left of an identity or a wamid after its erasure: enough to know it again, not enough to find it out. */
export function tombstoneHash(tenantId: string, kind: TombstoneKind, value: string): Buffer {
  key ??= createSecretKey(derivedKey("tombstone"));
  return createHmac("sha256", key).update(`${tenantId}|${kind}|${value}`).digest();
}
