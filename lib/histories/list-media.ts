import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ContactMedium, ListContactMedia } from "./schemas";
import { seenConversationIds } from "./seen";

type Medium = z.output<typeof ContactMedium>;
type Row = Omit<Medium, "at" | "sizeBytes"> & { at: Date; size: string | null };

const statement = `
  select f.id, m.id as "messageId", m.conversation_id as "conversationId", m.direction, m.at, m.type as kind, f.type,
    f.filename, f.size_bytes as size
  from media f join messages m on m.tenant_id = f.tenant_id and m.id = f.message_id
  where f.tenant_id = $1 and f.contact_id = $2 and f.state = 'stored' and m.conversation_id = any($3::uuid[])
    and m.revoked_at is null and ($4::timestamptz is null or (m.at, f.id) < ($4, $5::uuid))
  order by m.at desc, f.id desc limit $6`;

/** Files of all conversations that the asker may see; what a customer took back is not among them. */
export async function listContactMedia(
  actor: Actor,
  { contactId, cursor, limit }: z.output<typeof ListContactMedia.input>,
): Promise<{ items: Medium[]; nextCursor: string | null }> {
  authorize(actor, "contacts.read");
  const [at, id] = readCursor(cursor, TimePlace) ?? [null, null];
  return withTenant(actor, async (tx) => {
    const seen = await seenConversationIds(tx, actor, contactId);
    const { rows } = await tx.$client.query<Row>(statement, [actor.tenantId, contactId, seen, at, id, limit + 1]);
    const { shown, nextCursor } = cutPage(rows, limit, (last) => [last.at.toISOString(), last.id]);
    return {
      items: shown.map(({ size, ...row }) => ({
        ...row,
        at: row.at.toISOString(),
        sizeBytes: size === null ? null : Number(size),
      })),
      nextCursor,
    };
  });
}
