import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { namesOf } from "@/lib/conversations";
import { type EventType, timelineTypes } from "@/lib/events/types";
import { cutPage, EventPlace, readCursor } from "@/lib/paging";
import type { ContactHistoryEntry, ListContactTimeline } from "./schemas";
import { seenConversationIds } from "./seen";

type Page = { items: z.output<typeof ContactHistoryEntry>[]; nextCursor: string | null };

type Row = {
  seq: string;
  type: EventType;
  at: Date;
  actor: string;
  conversation_id: string | null;
  member_id: string | null;
  department_id: string | null;
  payload: Record<string, unknown>;
};

/** What is told of the contact itself. */
const ownTypes = [
  "contact.created",
  "contact.changed",
  "contact.merged",
  "contact.unmerged",
  "contact.blocked",
  "contact.unblocked",
  "consent.changed",
] as const satisfies EventType[];

// Written out, not as a parameter: the planner finds the index of these types by their very words.
const wordsOf = (types: readonly string[]) => types.map((type) => `'${type}'`).join(", ");
const columns = "e.seq, e.type, e.at, e.actor, e.conversation_id, e.member_id, e.department_id, e.payload";
const isBefore = (at: string, seq: string) => `($4::timestamptz is null or (${at}, ${seq}) < ($4, $5::bigint))`;

/** An opening is told by the conversation itself: the log has it among its thousands of messages. */
const statement = `
  select seq::text as seq, type, at, actor, conversation_id, member_id, department_id, payload from (
    (select ${columns} from events e
     where e.tenant_id = $1 and e.contact_id = $2 and e.conversation_id is null and e.type in (${wordsOf(ownTypes)})
       and ${isBefore("e.at", "e.seq")}
     order by e.at desc, e.seq desc limit $6)
    union all
    (select e.* from unnest($3::uuid[]) as seen (id) cross join lateral (
       select ${columns} from events e
       where e.tenant_id = $1 and e.conversation_id = seen.id and e.type in (${wordsOf(timelineTypes)})
         and ${isBefore("e.at", "e.seq")}
       order by e.at desc, e.seq desc limit $6) e)
    union all
    (select 0::bigint, 'conversation.opened', c.opened_at, 'system:ingest', c.id, null, c.department_id, '{}'::jsonb
     from conversations c
     where c.tenant_id = $1 and c.id = any($3::uuid[]) and ${isBefore("c.opened_at", "0::bigint")}
     order by c.opened_at desc limit $6)) told
  order by at desc, told.seq desc limit $6`;

/** What happened with a contact, in all conversations that the asker may see, the newest first. */
export async function listContactTimeline(
  actor: Actor,
  { contactId, cursor, limit }: z.output<typeof ListContactTimeline.input>,
): Promise<Page> {
  authorize(actor, "contacts.read");
  const [at, seq] = readCursor(cursor, EventPlace) ?? [null, null];
  return withTenant(actor, async (tx) => {
    const seen = await seenConversationIds(tx, actor, contactId);
    const { rows } = await tx.$client.query<Row>(statement, [actor.tenantId, contactId, seen, at, seq, limit + 1]);
    const { shown, nextCursor } = cutPage(rows, limit, (last) => [last.at.toISOString(), last.seq]);
    const names = await namesOf(tx, actor.tenantId, shown);
    return {
      items: shown.map((row) => ({
        id: `${row.seq}-${row.conversation_id ?? ""}`,
        type: row.type,
        at: row.at.toISOString(),
        conversationId: row.conversation_id,
        actor: names.actor(row.actor),
        member: names.member(row.member_id),
        department: names.department(row.department_id),
        details: row.payload,
      })),
      nextCursor,
    };
  });
}
