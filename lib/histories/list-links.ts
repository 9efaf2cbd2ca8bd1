import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import { linksIn } from "./links-in";
import type { ContactLink, ListContactLinks } from "./schemas";
import { seenConversationIds } from "./seen";

type Link = z.output<typeof ContactLink>;
type Row = { id: string; conversation_id: string; direction: "in" | "out"; at: Date; body: string };

const statement = `
  select m.id, m.conversation_id, m.direction, m.at, m.content -> 'text' ->> 'body' as body
  from messages m
  where m.tenant_id = $1 and m.contact_id = $2 and m.type = 'text' and m.conversation_id = any($3::uuid[])
    and m.revoked_at is null and strpos(lower(m.content -> 'text' ->> 'body'), 'http') > 0
    and ($4::timestamptz is null or (m.at, m.id) < ($4, $5::uuid))
  order by m.at desc, m.id desc limit $6`;

/** A page holds the links of so many messages: of one with several, all. */
export async function listContactLinks(
  actor: Actor,
  { contactId, cursor, limit }: z.output<typeof ListContactLinks.input>,
): Promise<{ items: Link[]; nextCursor: string | null }> {
  authorize(actor, "contacts.read");
  const [at, id] = readCursor(cursor, TimePlace) ?? [null, null];
  return withTenant(actor, async (tx) => {
    const seen = await seenConversationIds(tx, actor, contactId);
    const { rows } = await tx.$client.query<Row>(statement, [actor.tenantId, contactId, seen, at, id, limit + 1]);
    const { shown, nextCursor } = cutPage(rows, limit, (last) => [last.at.toISOString(), last.id]);
    return {
      items: shown.flatMap((row) =>
        linksIn(row.body).map((url) => ({
          messageId: row.id,
          conversationId: row.conversation_id,
          direction: row.direction,
          at: row.at.toISOString(),
          url,
        })),
      ),
      nextCursor,
    };
  });
}
