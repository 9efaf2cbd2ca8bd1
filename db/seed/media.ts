import { randomInt } from "node:crypto";
import { media, type messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { newId } from "@/lib/ids";
import { storeMedia } from "@/lib/media";
import { type MessageContent, mediaOf } from "@/lib/whatsapp/types";
import { pageBytes, pictureBytes } from "./files";

type MessageRow = typeof messages.$inferInsert;
type MediaRow = typeof media.$inferInsert;

const AT_ONCE = 16;
/** Drawing one takes longer than sealing ten. */
const PICTURES = 6;

/** Gives each picture and document of the history its real bytes, stored as if they had been fetched. */
export async function attachFiles(tenantId: string, rows: MessageRow[]): Promise<void> {
  const pictures = Array.from({ length: PICTURES }, (_, hue) => pictureBytes(hue));
  const withFile = rows.filter(({ type }) => type === "image" || type === "document");
  const written: MediaRow[] = [];
  for (let at = 0; at < withFile.length; at += AT_ONCE) {
    const some = withFile.slice(at, at + AT_ONCE);
    written.push(...(await Promise.all(some.map((row, nth) => store(tenantId, row, pictures[(at + nth) % PICTURES])))));
  }
  if (written.length === 0) return;
  await withTenant({ tenantId }, async (tx) => {
    await tx.insert(media).values(written);
    await nameInContent(tx, tenantId, written);
  });
}

async function store(tenantId: string, row: MessageRow, picture: Buffer | undefined): Promise<MediaRow> {
  const { mime_type: declaredType = null, filename = null } = mediaOf(row.content as MessageContent) ?? {};
  const id = newId();
  const bytes = row.type === "image" && picture ? picture : pageBytes(filename ?? "Document");
  const file = await storeMedia({ tenantId, mediaId: id, declaredType }, bytes);
  const { id: messageId, contactId, channelId } = row;
  if (messageId === undefined) throw new Error("A message of the history has no id.");
  return {
    ...file,
    tenantId,
    id,
    messageId,
    contactId,
    channelId,
    metaMediaId: `${randomInt(1_000, 10_000)}${String(randomInt(0, 10 ** 12)).padStart(12, "0")}`,
    state: "stored",
    declaredType,
    filename,
    createdAt: row.at,
  };
}

/** The dialogues leave the media id empty. */
async function nameInContent(tx: Transaction, tenantId: string, rows: MediaRow[]): Promise<void> {
  await tx.$client.query(
    `update messages m set content = jsonb_set(m.content, array[m.type, 'id'], to_jsonb(f.meta_media_id))
     from unnest($2::uuid[], $3::text[]) as f (message_id, meta_media_id)
     where m.tenant_id = $1 and m.id = f.message_id`,
    [tenantId, rows.map(({ messageId }) => messageId), rows.map(({ metaMediaId }) => metaMediaId)],
  );
}
