import type { Transaction } from "@/db/transaction";
import { unknownMedia } from "./use";

type CarryingMessage = { tenantId: string; id: string; contactId: string; channelId: string };

/** Notes which uploads a message carries: from now on they are kept, and seen by those who see the message. */
export async function attachUploads(tx: Transaction, message: CarryingMessage, uploadIds: string[]): Promise<void> {
  const ids = [...new Set(uploadIds)];
  if (ids.length === 0) return;
  const { rowCount } = await tx.$client.query({
    name: "attach_uploads",
    text: `
      insert into media (tenant_id, message_id, contact_id, channel_id, upload_id, state, type, sha256, size_bytes, filename)
      select u.tenant_id, $2, $3, $4, u.id, 'stored', u.type, u.sha256, u.size_bytes, u.filename
      from uploads u where u.tenant_id = $1 and u.id = any($5::uuid[]) and u.state = 'stored'`,
    values: [message.tenantId, message.id, message.contactId, message.channelId, ids],
  });
  if (rowCount !== ids.length) throw unknownMedia();
}

/** The same for a message whose content was changed before it left. */
export async function replaceUploads(tx: Transaction, message: CarryingMessage, uploadIds: string[]): Promise<void> {
  await tx.$client.query("delete from media where tenant_id = $1 and message_id = $2 and upload_id is not null", [
    message.tenantId,
    message.id,
  ]);
  await attachUploads(tx, message, uploadIds);
}
