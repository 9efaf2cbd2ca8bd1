import type { Transaction } from "@/db/transaction";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import type { EventType, RecordedEvent } from "./types";

type EventRow = {
  xid: string;
  seq: string;
  tenant_id: string;
  type: EventType;
  actor: string;
  at: Date;
  conversation_id: string | null;
  contact_id: string | null;
  message_id: string | null;
  member_id: string | null;
  channel_id: string | null;
  department_id: string | null;
  cause_id: string | null;
  payload: Record<string, unknown>;
};

// An event counts as written once no transaction with a lower id is under way: an id is given out before its commit, so
// whoever reads further would never see those who commit late. `order by` needs the table's name: without it,
// PostgreSQL sorts by the column of the answer, which is text and has '10' before '9'.
const EVENTS_AFTER = `
select e.xid::text as xid, e.seq::text as seq, e.tenant_id, e.type, e.actor, e.at, e.conversation_id, e.contact_id,
  e.message_id, e.member_id, e.channel_id, e.department_id, e.cause_id, e.payload
from events e
where (e.xid, e.seq) > ($1::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
  and ($4::text[] is null or e.type = any($4))
  and not ($5 and e.type = 'message.sent' and e.payload -> 'author' is null)
order by e.xid, e.seq
limit $3`;

export type Wanted = {
  types: readonly EventType[] | null;
  /** Leaves out what Meta says of messages that we sent: at its full rate that is a thousand a second. */
  exceptStatuses?: boolean;
};

/**
 * Events after a place, in order, as far as the transaction's role may see them: all tenants' or one's; of the types that
 * are asked for, or of all.
 */
export async function readEventsAfter(
  tx: Transaction,
  after: Cursor,
  limit: number,
  { types, exceptStatuses = false }: Wanted = { types: null },
): Promise<RecordedEvent[]> {
  const values = [after.xid, after.seq, limit, types, exceptStatuses];
  const { rows } = await tx.$client.query<EventRow>(EVENTS_AFTER, values);
  return rows.map(eventOf);
}

/** Where the log stands now: everything before is visible already, everything that will be written comes after. */
export async function readPresent(tx: Transaction): Promise<Cursor> {
  const { rows } = await tx.$client.query<{ xid: string }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::text as xid",
  );
  return { xid: rows[0]?.xid ?? "0", seq: "0" };
}

// The order is for the planner: an `exists` without it may walk the whole table when nothing is found.
const FIRST_AFTER =
  "select 1 from events e where (e.xid, e.seq) > ($1::xid8, $2::bigint) order by e.xid, e.seq limit 1";

/** Whether something is written already that a transaction still under way keeps us from reading. */
export async function isHeldBack(tx: Transaction, after: Cursor): Promise<boolean> {
  const { rowCount } = await tx.$client.query(FIRST_AFTER, [after.xid, after.seq]);
  return rowCount === 1;
}

/** Where whoever has read these goes on. */
export function placeAfter(events: RecordedEvent[], otherwise: Cursor): Cursor {
  const last = events.at(-1);
  return last ? readCursor(last.cursor) : otherwise;
}

function eventOf(row: EventRow): RecordedEvent {
  return {
    cursor: writeCursor(row),
    tenantId: row.tenant_id,
    type: row.type,
    actor: row.actor,
    at: row.at.toISOString(),
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    messageId: row.message_id,
    memberId: row.member_id,
    channelId: row.channel_id,
    departmentId: row.department_id,
    causeId: row.cause_id,
    payload: row.payload,
  };
}
