import { eq } from "drizzle-orm";
import { labels } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Moment } from "@/lib/rules/runs/read-facts";
import type { Around, LabelIds } from "./facts-at";
import { type PastEvent, tellingTypes } from "./told";

/** A moment by the event that makes it, in the log's own order. */
export type PastMoment = Moment & { xid: string; seq: string };

type Row = {
  conversation_id: string;
  xid: string;
  seq: string;
  type: PastEvent["type"];
  member_id: string | null;
  department_id: string | null;
  payload: Record<string, unknown>;
};

// Whoever changes a conversation locks it first: within one, the order of the numbers is the order of what was done.
const statement = `
  select e.conversation_id, e.xid::text as xid, e.seq::text as seq, e.type, e.member_id, e.department_id, e.payload
  from events e
  where e.tenant_id = $1 and e.conversation_id = any($2::uuid[]) and e.type = any($3::text[])
  order by e.seq`;

/** What the log tells of some conversations around some moments. */
export async function readPast(
  tx: Transaction,
  tenantId: string,
  moments: readonly PastMoment[],
): Promise<{ around: (moment: PastMoment) => Around; labelIds: LabelIds }> {
  const ids = [...new Set(moments.map(({ conversationId }) => conversationId))];
  const { rows } = await tx.$client.query<Row>(statement, [tenantId, ids, tellingTypes]);
  const known = await tx.select({ id: labels.id, name: labels.name }).from(labels).where(eq(labels.tenantId, tenantId));
  const logs = Map.groupBy(rows, ({ conversation_id }) => conversation_id);
  const around = ({ conversationId, xid, seq }: PastMoment): Around => {
    const log = logs.get(conversationId) ?? [];
    const isSince = (row: Row) => row.xid !== xid && BigInt(row.seq) > BigInt(seq);
    return {
      until: log.filter((row) => !isSince(row)).map(toEvent),
      since: log.filter(isSince).map(toEvent),
    };
  };
  return { around, labelIds: new Map(known.map(({ id, name }) => [name, id])) };
}

function toEvent({ type, member_id, department_id, payload }: Row): PastEvent {
  return { type, memberId: member_id, departmentId: department_id, payload };
}
