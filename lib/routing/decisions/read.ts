import { and, eq, getTableColumns } from "drizzle-orm";
import type * as z from "zod";
import { conversations, routingDecisions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import type { RoutingDecision } from "@/lib/routing/schemas";
import { withNames } from "./with-names";

type Input = { decisionId: string };

/** Whoever may see the conversation may know why it was given to whom. */
export async function readRoutingDecision(
  actor: Actor,
  { decisionId }: Input,
): Promise<z.input<typeof RoutingDecision>> {
  authorize(actor, "conversations.read");
  const { tenantId, id, conversationId } = routingDecisions;
  return withTenant(actor, async (tx) => {
    const rows = await tx
      .select(getTableColumns(routingDecisions))
      .from(routingDecisions)
      .innerJoin(conversations, and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId)))
      .where(and(eq(tenantId, actor.tenantId), eq(id, decisionId), visibleTo(actor)));
    const [decision] = await withNames(tx, actor, rows);
    if (!decision) throw new NotFoundError("decision");
    return decision;
  });
}
