import { and, eq, isNotNull, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { readSummaries } from "@/lib/conversations";
import { dueAt } from "./promises";
import type { AgentDay } from "./types";

const MOST = 50;

/** The asker's conversations in which the customer waits: by what was promised, then by who has waited longest. */
export async function listOwnQueue(tx: Transaction, actor: Actor): Promise<AgentDay["queue"]> {
  const { id, tenantId, assigneeId, state, waitingSince } = conversations;
  const places = await tx
    .select({ id, dueAt: dueAt.mapWith((value: string) => new Date(value)) })
    .from(conversations)
    .where(and(eq(tenantId, actor.tenantId), eq(assigneeId, actor.id), sql`${state} = 'open'`, isNotNull(waitingSince)))
    .orderBy(sql`${dueAt} nulls last, ${waitingSince}, ${id}`)
    .limit(MOST);
  const due = new Map(places.map((place) => [place.id, place.dueAt]));
  const summaries = await readSummaries(tx, actor, [...due.keys()]);
  return summaries.map((conversation) => ({
    conversation,
    dueAt: due.get(conversation.id)?.toISOString() ?? null,
  }));
}
