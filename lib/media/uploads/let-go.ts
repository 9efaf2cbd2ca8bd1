import type { Transaction } from "@/db/transaction";

/**
 * Deletes messages' media, and the uploads that no other message carries.
 * @returns what to remove from the storage once that is committed, and how many rows went
 */
export async function letGoOfMedia(
  tx: Transaction,
  tenantId: string,
  messageIds: string[],
): Promise<{ storageKeys: string[]; media: number; uploads: number }> {
  const { rows: gone } = await tx.$client.query<{ storage_key: string | null; upload_id: string | null }>(
    "delete from media where tenant_id = $1 and message_id = any($2::uuid[]) returning storage_key, upload_id",
    [tenantId, messageIds],
  );
  const uploadIds = gone.flatMap(({ upload_id }) => upload_id ?? []);
  const { rows: alone } = await tx.$client.query<{ storage_key: string }>(
    `delete from uploads u where u.tenant_id = $1 and u.id = any($2::uuid[])
       and not exists (select from media m where m.tenant_id = $1 and m.upload_id = u.id)
     returning u.storage_key`,
    [tenantId, uploadIds],
  );
  const storageKeys = [...gone, ...alone].flatMap(({ storage_key }) => storage_key ?? []);
  return { storageKeys, media: gone.length, uploads: alone.length };
}
