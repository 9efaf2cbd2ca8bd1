import { eq, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations } from "@/db/schema";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { readSummaries, visibleTo } from "@/lib/conversations";
import { firstRepliesIn } from "./first-replies";
import type { ListQueue } from "./schemas";
import { departmentIs, scopeOf } from "./scope";
import type { QueueList, QueueRow } from "./types";
import { recentWaits } from "./waits";

type Asked = Pick<z.output<typeof ListQueue.input>, "departmentId" | "memberId" | "limit">;
type Moment = { now: Date; start: Date };

export const pastLists = ["waits", "firstReplies", "resolved"] as const satisfies QueueList[];
export type PastList = (typeof pastLists)[number];

/** What a figure was made of that is over. It counts departments as a whole; of its rows the asker gets those they see. */
export async function listPast(
  tx: Transaction,
  actor: Actor,
  list: PastList,
  asked: Asked,
  moment: Moment,
): Promise<{ items: QueueRow[]; total: number }> {
  const past = pastOf(actor, list, asked, moment);
  const [places, total] = await inOneTrip(listPlaces(tx, actor, past, list, asked.limit), count(tx, past));
  const ids = [...new Set(places.map(({ id }) => id))];
  const shown = new Map((await readSummaries(tx, actor, ids)).map((each) => [each.id, each]));
  const items = places.flatMap(({ id, seconds, at }) => {
    const conversation = shown.get(id);
    return conversation ? [rowOf(conversation, seconds, at)] : [];
  });
  return { items, total };
}

/** Rows of a conversation, how many seconds somebody waited in it, and when that ended. */
function pastOf(actor: Actor, list: PastList, { departmentId, memberId }: Asked, { now, start }: Moment): SQL {
  const inDepartment = departmentIs(departmentId, sql`department_id`);
  if (list === "waits") return sql`select * from (${recentWaits(actor, now)}) as waits where ${inDepartment}`;
  if (list === "firstReplies") return firstRepliesIn(actor, departmentId, { from: start, to: now });
  return sql`
    select conversation_id, null::float as seconds, max(at) as at from events
    where tenant_id = ${actor.tenantId} and at >= ${start.toISOString()}::timestamptz
      and type = 'conversation.resolved' and actor = ${`member:${memberId}`}
      and ${inDepartment} and ${scopeOf(actor, sql`department_id`)}
    group by conversation_id`;
}

async function listPlaces(tx: Transaction, actor: Actor, past: SQL, list: PastList, limit: number) {
  const { rows } = await tx.execute<{ id: string; seconds: number | null; at: string }>(sql`
    select past.conversation_id as id, past.seconds, past.at from (${past}) as past
    join conversations on ${eq(conversations.tenantId, actor.tenantId)} and ${conversations.id} = past.conversation_id
    where ${visibleTo(actor) ?? sql`true`}
    order by ${list === "resolved" ? sql`past.at` : sql`past.seconds`} desc, past.conversation_id
    limit ${limit}`);
  return rows.map(({ id, seconds, at }) => ({ id, at, seconds: seconds === null ? null : Number(seconds) }));
}

async function count(tx: Transaction, past: SQL): Promise<number> {
  const { rows } = await tx.execute<{ count: string }>(sql`select count(*) as count from (${past}) as past`);
  return Number(rows[0]?.count ?? 0);
}

function rowOf(conversation: QueueRow["conversation"], seconds: number | null, at: string): QueueRow {
  return {
    ...{ conversation, queuedSince: null, isReturned: false, raisedBy: 0, skills: [], language: null, dueAt: null },
    overflow: null,
    ...{ waitedSeconds: seconds === null ? null : Math.round(seconds), endedAt: new Date(at).toISOString() },
  };
}
