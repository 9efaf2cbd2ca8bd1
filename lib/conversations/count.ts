import { and, eq, ne, sql } from "drizzle-orm";
import { conversations, departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { ViewCounts } from "./types";
import { visibleTo } from "./visibility";

/** How many conversations that are not resolved each view holds, under the visibility rule. */
export async function countConversations(actor: Actor): Promise<ViewCounts> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const mine = sql`${conversations.assigneeId} = ${actor.kind === "member" ? actor.id : null}::uuid`;
    const rows = await tx
      .select({
        departmentId: conversations.departmentId,
        all: sql<number>`count(*)`.mapWith(Number),
        mine: sql<number>`count(*) filter (where ${mine})`.mapWith(Number),
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
    const sum = (key: "all" | "mine" | "unassigned") => rows.reduce((total, row) => total + row[key], 0);
    return {
      mine: sum("mine"),
      unassigned: sum("unassigned"),
      all: sum("all"),
      departments: shown.map(({ id, name }) => {
        const row = rows.find(({ departmentId }) => departmentId === id);
        return { id, name, count: row?.all ?? 0, unassigned: row?.unassigned ?? 0 };
      }),
    };
  });
}
