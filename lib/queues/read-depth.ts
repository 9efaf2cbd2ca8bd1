import { sql } from "drizzle-orm";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { waitsInQueue } from "@/lib/routing";
import { HOUR, MINUTE } from "@/lib/time";
import { depthAt, type Queued, type QueueMove } from "./depth";
import { inScope, scopeOf } from "./scope";
import type { DepthPoint } from "./types";

const BACK_MS = 4 * HOUR;
const STEP_MS = 10 * MINUTE;
const BEFORE_MS = 15 * MINUTE;

export type Depth = { points: DepthPoint[]; waitingBefore: number };

/** How many waited over the last four hours, and a quarter of an hour ago, in the departments that the asker may know. */
export async function readDepth(
  tx: Transaction,
  actor: Actor,
  departmentId: string | undefined,
  now: Date,
): Promise<Depth> {
  const [waiting, moves] = await inOneTrip(
    listWaiting(tx, actor),
    listMoves(tx, actor, new Date(now.getTime() - BACK_MS), now),
  );
  const counts = (id: string | null) => inScope(actor, id) && (departmentId === undefined || id === departmentId);
  const steps = Array.from({ length: BACK_MS / STEP_MS + 1 }, (_, at) => now.getTime() - BACK_MS + at * STEP_MS);
  const moments = [...steps, now.getTime() - BEFORE_MS].map((at) => new Date(at));
  const points = depthAt(moments, now, waiting, moves, counts);
  return { points: points.slice(0, -1), waitingBefore: points.at(-1)?.waiting ?? 0 };
}

async function listWaiting(tx: Transaction, actor: Actor): Promise<Queued[]> {
  const { rows } = await tx.execute<Queued>(sql`
    select id as "conversationId", department_id as "departmentId" from conversations
    where tenant_id = ${actor.tenantId} and ${sql.raw(waitsInQueue())} and ${scopeOf(actor, sql`department_id`)}`);
  return rows;
}

async function listMoves(tx: Transaction, { tenantId }: Actor, from: Date, to: Date): Promise<QueueMove[]> {
  const { rows } = await tx.execute<Omit<QueueMove, "at"> & { at: string }>(sql`
    select conversation_id as "conversationId", type, at, department_id as "departmentId",
      payload ->> 'previousDepartmentId' as "previousDepartmentId", payload ->> 'previousAssigneeId' is null as "wasNobodys"
    from events
    where tenant_id = ${tenantId} and at >= ${from.toISOString()}::timestamptz and at <= ${to.toISOString()}::timestamptz
      and type in ('conversation.queued', 'conversation.dequeued', 'conversation.transferred', 'conversation.snoozed',
        'conversation.resolved', 'conversation.markedSpam')
      and conversation_id is not null
      and (type in ('conversation.queued', 'conversation.dequeued', 'conversation.transferred')
        or payload ->> 'previousAssigneeId' is null)
    order by at, xid, seq`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
