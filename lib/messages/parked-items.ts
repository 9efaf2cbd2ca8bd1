import { createHash } from "node:crypto";
import type { Transaction } from "@/db/transaction";

export type WaitingKind = "amendment" | "reaction" | "status";

/** The hash by which an item that waits for its message is noted: named by the wamid, so that it is found again. */
export function waitingHash(channelId: string, kind: WaitingKind, ...parts: string[]): Buffer {
  return createHash("sha256")
    .update([channelId, kind, ...parts].join("|"))
    .digest();
}

/** What waited for its message has been applied with it: says so where its arrival was noted. */
export async function releaseParked(
  { tx, tenantId }: { tx: Transaction; tenantId: string },
  hashes: Buffer[],
): Promise<void> {
  if (hashes.length === 0) return;
  await tx.$client.query({
    name: "release_parked_items",
    text: `
      update webhook_items set outcome = 'applied', reason = null
      where tenant_id = $1 and dedupe_hash = any($2::bytea[]) and outcome = 'parked'`,
    values: [tenantId, hashes],
  });
}
