import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations/find";
import type { ListTimeline } from "@/lib/conversations/schemas";
import type { TimelineEntry } from "@/lib/conversations/types";
import { type EventType, timelineTypes } from "@/lib/events/types";
import { cutPage, EventPlace, readCursor } from "@/lib/paging";
import { namesOf } from "./names";
import { ruleRunsOf } from "./rule-runs";

type Page = { items: TimelineEntry[]; nextCursor: string | null };

/** What was done with a conversation, the newest first: from the event log, with names as they are now. */
export async function listTimeline(actor: Actor, input: z.output<typeof ListTimeline.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) =>
    readTimelinePage(tx, await findConversation(tx, actor, input.conversationId), input),
  );
}

/** For callers that have found the conversation. */
export async function readTimelinePage(
  tx: Transaction,
  conversation: ConversationRow,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page> {
  const after = readCursor(cursor, EventPlace) ?? [null, null];
  const rows = await readRows(tx, conversation, after, limit + 1);
  const { shown, nextCursor } = cutPage(rows, limit, (last) => [last.at.toISOString(), last.seq]);
  const names = await namesOf(tx, conversation.tenantId, shown);
  const ruleRunOf = await ruleRunsOf(tx, conversation.tenantId, shown);
  return {
    items: shown.map((row) => ({
      id: row.seq,
      type: row.type,
      at: row.at.toISOString(),
      actor: names.actor(row.actor),
      member: names.member(row.member_id),
      department: names.department(row.department_id),
      details: row.payload,
      ruleRun: ruleRunOf(row),
    })),
    nextCursor,
  };
}

export type TimelineRow = {
  seq: string;
  type: EventType;
  at: Date;
  actor: string;
  member_id: string | null;
  department_id: string | null;
  cause_id: string | null;
  payload: Record<string, unknown>;
};

// Written out, not as a parameter: the planner finds the index of these types by their very words.
const types = timelineTypes.map((type) => `'${type}'`).join(", ");
const columns =
  "e.seq::text as seq, e.type, e.at, e.actor, e.member_id, e.department_id, e.cause_id, e.payload, e.seq as place";
const isBefore = "($3::timestamptz is null or (e.at, e.seq) < ($3::timestamptz, $4::bigint))";

/** The contact's consents belong to the time in which the conversation went on. */
const statement = `
  select seq, type, at, actor, member_id, department_id, cause_id, payload from (
    (select ${columns} from events e
     where e.tenant_id = $1 and e.conversation_id = $2 and e.type in (${types}) and ${isBefore}
     order by e.at desc, e.seq desc limit $5)
    union all
    (select ${columns} from events e
     where e.tenant_id = $1 and e.contact_id = $6 and e.conversation_id is null and e.type = 'consent.changed'
       and ${isBefore} and e.at >= $7 and ($8::timestamptz is null or e.at <= $8)
     order by e.at desc, e.seq desc limit $5)) both_kinds
  order by at desc, place desc limit $5`;

async function readRows(
  tx: Transaction,
  { tenantId, id, contactId, openedAt, resolvedAt }: ConversationRow,
  after: [at: string | null, seq: string | null],
  limit: number,
): Promise<TimelineRow[]> {
  const values = [tenantId, id, ...after, limit, contactId, openedAt, resolvedAt];
  const { rows } = await tx.$client.query<TimelineRow>({ name: "list_timeline", text: statement, values });
  return rows;
}
