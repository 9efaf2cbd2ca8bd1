import { and, countDistinct, eq, isNull, ne, sql } from "drizzle-orm";
import { conversations, departments, mentions, notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import type { ViewCounts } from "./types";
import { visibleTo } from "./visibility";

/** How many conversations that are not resolved each view holds, under the visibility rule. */
export async function countConversations(actor: Actor): Promise<ViewCounts> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const mine = sql`${conversations.assigneeId} = ${actor.kind === "member" ? actor.id : null}::uuid`;
    const awake = sql`(${conversations.state} <> 'snoozed')`;
    const rows = await tx
      .select({
        departmentId: conversations.departmentId,
        all: sql<number>`count(*) filter (where ${awake})`.mapWith(Number),
        mine: sql<number>`count(*) filter (where ${mine} and ${awake})`.mapWith(Number),
        mineWaiting:
          sql<number>`count(*) filter (where ${mine} and ${awake} and ${conversations.waitingSince} is not null)`.mapWith(
            Number,
          ),
        snoozed: sql<number>`count(*) filter (where not ${awake})`.mapWith(Number),
        unassigned: sql<number>`count(*) filter (where ${conversations.state} = 'queued')`.mapWith(Number),
      })
      .from(conversations)
      .where(and(eq(conversations.tenantId, actor.tenantId), ne(conversations.state, "resolved"), visibleTo(actor)))
      .groupBy(conversations.departmentId);
    const named = await tx
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .where(eq(departments.tenantId, actor.tenantId))
      .orderBy(departments.name);
    const shown = named.filter(({ id }) => actor.visibility === "all" || actor.departmentIds.includes(id));
    const sum = (key: "all" | "mine" | "mineWaiting" | "unassigned" | "snoozed") =>
      rows.reduce((total, row) => total + row[key], 0);
    return {
      mine: sum("mine"),
      mineWaiting: sum("mineWaiting"),
      unassigned: sum("unassigned"),
      all: sum("all"),
      snoozed: sum("snoozed"),
      mentions: await countUnreadMentions(tx, actor),
      departments: shown.map(({ id, name }) => {
        const row = rows.find(({ departmentId }) => departmentId === id);
        return { id, name, count: row?.all ?? 0, unassigned: row?.unassigned ?? 0 };
      }),
    };
  });
}

async function countUnreadMentions(tx: Transaction, actor: Actor): Promise<number> {
  if (actor.kind !== "member") return 0;
  const [row] = await tx
    .select({ count: countDistinct(mentions.conversationId) })
    .from(mentions)
    .innerJoin(notes, and(eq(notes.tenantId, mentions.tenantId), eq(notes.id, mentions.noteId)))
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, mentions.tenantId), eq(conversations.id, mentions.conversationId)),
    )
    .where(
      and(
        eq(mentions.tenantId, actor.tenantId),
        eq(mentions.memberId, actor.id),
        isNull(mentions.readAt),
        isNull(notes.deletedAt),
        visibleTo(actor),
      ),
    );
  return row?.count ?? 0;
}
