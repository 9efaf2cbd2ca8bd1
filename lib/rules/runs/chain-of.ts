import { createHash } from "node:crypto";
import type { RecordedEvent } from "@/lib/events";

/**
 * The chain that what a rule does is part of. What somebody did begins one, the same for all rules that see it: a later
 * one acts on what an earlier one made of it.
 */
export function chainOf({ tenantId, cursor, causeId }: Pick<RecordedEvent, "tenantId" | "cursor" | "causeId">): string {
  if (causeId !== null) return causeId;
  const hex = createHash("sha256").update(`${tenantId}|${cursor}`).digest("hex");
  // As a UUID of version 8, which is for ids of one's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
