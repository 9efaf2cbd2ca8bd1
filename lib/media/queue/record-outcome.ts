import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { mediaStorage } from "@/lib/media/storage";
import type { StoredFile } from "@/lib/media/store-media";
import type { MediaClaim } from "./claim";
import { decide, type Verdict } from "./decide";
import type { FetchOutcome } from "./fetch-file";

/**
 * Writes what became of an attempt, if its lease still holds. A file that nobody refers to any more goes: another has it
 * by now, or its message was deleted or its contact erased meanwhile.
 */
export async function recordOutcome(claim: MediaClaim, outcome: FetchOutcome): Promise<void> {
  const isOurs = await withTenant(claim, (tx) =>
    outcome.kind === "stored"
      ? recordStored(tx, claim, outcome.file)
      : recordNotFetched(tx, claim, decide(outcome, claim, new Date())),
  );
  if (!isOurs && outcome.kind === "stored") await mediaStorage().remove(outcome.file.storageKey);
}

async function recordStored(tx: Transaction, claim: MediaClaim, file: StoredFile): Promise<boolean> {
  const isOurs = await update(
    tx,
    claim,
    "state = 'stored', failure = null, type = $4, sha256 = $5, size_bytes = $6, key_sealed = $7",
    [file.type, file.sha256, file.sizeBytes, file.keySealed],
  );
  if (isOurs) await announce(tx, claim, "media.stored");
  return isOurs;
}

async function recordNotFetched(tx: Transaction, claim: MediaClaim, verdict: Verdict): Promise<boolean> {
  if (verdict.kind === "again") {
    const change = "storage_key = null, attempts = $4, not_before = now() + $5 * interval '1 millisecond'";
    return update(tx, claim, change, [verdict.attempts, verdict.delayMs]);
  }
  const isOurs = await update(tx, claim, "storage_key = null, state = 'failed', failure = $4", [verdict.failure]);
  if (isOurs) await announce(tx, claim, "media.failed");
  return isOurs;
}

async function update(tx: Transaction, claim: MediaClaim, change: string, values: unknown[]): Promise<boolean> {
  const { rowCount } = await tx.$client.query(
    `update media set lease_token = null, leased_until = null, ${change}
     where tenant_id = $1 and id = $2 and lease_token = $3 and state = 'pending'`,
    [claim.tenantId, claim.mediaId, claim.leaseToken, ...values],
  );
  return rowCount === 1;
}

async function announce(tx: Transaction, claim: MediaClaim, type: "media.stored" | "media.failed"): Promise<void> {
  const { tenantId, mediaId, conversationId, contactId, messageId, channelId } = claim;
  await recordEvent(tx, systemActor(tenantId, "media"), {
    type,
    conversationId,
    contactId,
    messageId,
    channelId,
    payload: { mediaId },
  });
}
