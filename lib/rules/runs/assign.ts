import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { type HandOver, handOver } from "@/lib/conversations";
import { ConflictError } from "@/lib/errors";
import { unfitToTake } from "@/lib/routing";

/**
 * Gives it to whom the rule names, if they are there and have room: what the software gives exceeds nobody's capacity.
 * Else it goes to the queue, where it comes to them first as to whoever had it last.
 *
 * @throws {ConflictError} where it went to the queue instead, when that has been done
 */
export async function assignByRule(actor: Actor, wanted: HandOver): Promise<void> {
  const { conversationId, assigneeId } = wanted;
  const unfit = await withTenant(actor, async (tx) => {
    const unfit = assigneeId && (await unfitToTake(tx, actor, { memberId: assigneeId, conversationId }));
    await handOver(tx, actor, unfit ? { ...wanted, assigneeId: null } : wanted);
    if (!unfit) return null;
    const itself = and(eq(conversations.tenantId, actor.tenantId), eq(conversations.id, conversationId));
    await tx.update(conversations).set({ lastAssigneeId: assigneeId }).where(itself);
    return unfit;
  });
  if (unfit === "unavailable") throw queued("assignee_not_online", "Whom the rule names was not online.");
  if (unfit === "full") throw queued("assignee_full", "Whom the rule names had no room for another conversation.");
}

function queued(code: string, title: string): ConflictError {
  return new ConflictError(title, { code, nextStep: "It waits in the queue, and comes to them first." });
}
