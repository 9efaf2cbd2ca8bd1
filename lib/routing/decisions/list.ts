import { and, desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { routingDecisions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ListRoutingDecisions } from "@/lib/routing/schemas";
import { withNames } from "./with-names";

type Page = z.input<typeof ListRoutingDecisions.output>;

export async function listRoutingDecisions(
  actor: Actor,
  { conversationId, cursor, limit }: z.output<typeof ListRoutingDecisions.input>,
): Promise<Page> {
  authorize(actor, "conversations.read");
  const after = readCursor(cursor, TimePlace);
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const { at, id } = routingDecisions;
    const later = after && sql`(${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
    const rows = await tx
      .select()
      .from(routingDecisions)
      .where(and(eq(routingDecisions.tenantId, tenantId), eq(routingDecisions.conversationId, conversationId), later))
      .orderBy(desc(at), desc(id))
      .limit(limit + 1);
    const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.at.toISOString(), row.id]);
    return { items: await withNames(tx, actor, shown), nextCursor };
  });
}
