import { onCommit, type Transaction } from "@/db/transaction";
import { removeFiles } from "./remove-files";

/** The sender deleted these messages: their files go, and with the key even a copy of the file is unreadable. */
export async function discardMedia(tx: Transaction, tenantId: string, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const { rows } = await tx.$client.query<{ storage_key: string | null }>(
    `update media set state = 'failed', failure = 'The sender deleted it.', key_sealed = null, storage_key = null,
       filename = null, lease_token = null, leased_until = null
     where tenant_id = $1 and message_id = any($2::uuid[])
     returning old.storage_key`,
    [tenantId, messageIds],
  );
  const keys = rows.map(({ storage_key }) => storage_key).filter((key) => key !== null);
  if (keys.length > 0) onCommit(tx, () => void removeFiles(keys));
}
