import { and, eq, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { contacts, conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { inOneTrip, type Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { readSummaries, visibleTo } from "@/lib/conversations";
import { listPendingOverflows, nextInLine, queuedSince, raisedBy, waitsInQueue } from "@/lib/routing";
import { workloadOf } from "@/lib/workload";
import { dayOf } from "./day";
import { listPast, type PastList, pastLists } from "./past";
import { dueAt, isAtRisk, isMissedSince } from "./promises";
import type { ListQueue } from "./schemas";
import { departmentIs } from "./scope";
import { memberLists, type QueueList, type QueueRow } from "./types";

type Input = z.output<typeof ListQueue.input>;
type PresentInput = Omit<Input, "list"> & { list: Exclude<QueueList, PastList> };
type Moment = { now: Date; start: Date; agingMinutes: number };

/** The conversations behind a figure of the wallboard, under the visibility rule. What others have is for watchers. */
export async function listQueue(
  actor: Actor,
  input: Input,
  now = new Date(),
): Promise<{ items: QueueRow[]; total: number }> {
  authorize(actor, "queues.read");
  if (memberLists.includes(input.list) && input.memberId !== actor.id) authorize(actor, "queues.watch");
  return withTenant(actor, async (tx) => {
    const { start } = dayOf(now, input.timeZone);
    const { list } = input;
    if (isPast(list)) return listPast(tx, actor, list, input, { now, start });
    const { agingMinutes } = await workloadOf(tx, actor);
    const moment = { now, start, agingMinutes };
    const places = await listPlaces(tx, actor, { ...input, list }, moment);
    const ids = places.map(({ id }) => id);
    const [summaries, overflows] = await inOneTrip(
      readSummaries(tx, actor, ids),
      listPendingOverflows(tx, actor, ids, now),
    );
    const items = summaries.flatMap((conversation) => {
      const place = places.find(({ id }) => id === conversation.id);
      return place ? [rowOf(conversation, place, overflows.get(conversation.id) ?? null)] : [];
    });
    return { items, total: places[0]?.total ?? 0 };
  });
}

function isPast(list: QueueList): list is PastList {
  return pastLists.some((each) => each === list);
}

async function listPlaces(tx: Transaction, actor: Actor, input: PresentInput, moment: Moment) {
  return tx
    .select({
      id: conversations.id,
      total: sql<number>`count(*) over ()`.mapWith(Number),
      state: conversations.state,
      queuedSince: sql<Date>`${queuedSince}`.mapWith((value: string) => new Date(value)),
      isReturned: sql<boolean>`${conversations.returnedAt} is not null`,
      raisedBy: sql<number>`${raisedBy(moment.now, moment.agingMinutes)}`.mapWith(Number),
      language: contacts.language,
      skills: sql<string[]>`array(select s.name from skills s where s.tenant_id = ${conversations.tenantId}
        and (s.id = any(${conversations.skillIds}) or s.id in (select ds.skill_id from department_skills ds
          where ds.tenant_id = ${conversations.tenantId} and ds.department_id = ${conversations.departmentId}))
        order by s.name)`,
      dueAt: dueAt.mapWith((value: string) => new Date(value)),
    })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.tenantId, conversations.tenantId), eq(contacts.id, conversations.contactId)))
    .where(and(eq(conversations.tenantId, actor.tenantId), visibleTo(actor), ...conditionsOf(input, moment)))
    .orderBy(orderOf(input, moment))
    .limit(input.limit);
}

function conditionsOf({ list, departmentId, memberId }: PresentInput, { now, start }: Moment): (SQL | undefined)[] {
  const { departmentId: column, state, assigneeId } = conversations;
  const place = departmentIs(departmentId, sql`${column}`);
  switch (list) {
    case "line":
      return [place, sql.raw(waitsInQueue())];
    case "agent":
      return [place, sql`${state} <> 'resolved'`, eq(assigneeId, memberId ?? "")];
    case "atRisk":
      return [place, promised(isAtRisk(now))];
    case "missed":
      return [place, promised(isMissedSince(start))];
  }
}

function promised(condition: SQL): SQL {
  return sql`${conversations.id} in (select sl.conversation_id from service_levels sl
    where sl.tenant_id = ${conversations.tenantId} and ${condition})`;
}

function orderOf({ list }: PresentInput, { now, agingMinutes }: Moment): SQL {
  if (list === "line") return nextInLine(now, agingMinutes);
  if (list === "agent") {
    return sql`(${conversations.state} = 'snoozed'), ${conversations.waitingSince} nulls last, ${conversations.id}`;
  }
  return sql`${dueAt} nulls last, ${conversations.id}`;
}

type Place = Awaited<ReturnType<typeof listPlaces>>[number];

function rowOf(conversation: QueueRow["conversation"], place: Place, overflow: QueueRow["overflow"]): QueueRow {
  const isQueued = place.state === "queued";
  return {
    conversation,
    queuedSince: isQueued ? place.queuedSince.toISOString() : null,
    isReturned: place.isReturned,
    raisedBy: isQueued ? place.raisedBy : 0,
    skills: place.skills,
    language: place.language,
    dueAt: place.dueAt?.toISOString() ?? null,
    overflow,
    waitedSeconds: null,
    endedAt: null,
  };
}
