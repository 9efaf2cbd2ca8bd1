import { createHmac } from "node:crypto";
import { derivedKey } from "@/lib/vault";

export type ChainedEntry = {
  tenantId: string;
  id: string;
  seq: number;
  at: Date;
  actor: string;
  action: string;
  target: string | null;
  details: Record<string, unknown>;
  ip: string | null;
  userAgent: string | null;
};

/** Keyed, so that whoever can write to the database alone cannot make a chain that fits. */
export function hashOf(previousHash: Buffer | null, entry: ChainedEntry): Buffer {
  const { tenantId, id, seq, at, actor, action, target, details, ip, userAgent } = entry;
  const values = [tenantId, id, seq, at.toISOString(), actor, action, target, sorted(details), ip, userAgent];
  return createHmac("sha256", derivedKey("audit"))
    .update(previousHash ?? Buffer.alloc(0))
    .update(JSON.stringify(values))
    .digest();
}

/** jsonb keeps no order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
