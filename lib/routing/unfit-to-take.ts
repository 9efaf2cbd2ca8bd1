import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { loadAgents } from "./queue/load-agents";
import { loadWorkload } from "./queue/load-desks";
import { weightOf } from "./rules/load";

/**
 * Why the software cannot give somebody a conversation now, whatever its department does; null: it can. What they have
 * stays as it is until the transaction ends, so that two that give at once do not both find room.
 */
export async function unfitToTake(
  tx: Transaction,
  actor: Actor,
  { memberId, conversationId }: { memberId: string; conversationId: string },
): Promise<"unavailable" | "full" | null> {
  const { tenantId } = actor;
  const isMember = and(eq(members.tenantId, tenantId), eq(members.id, memberId), eq(members.status, "active"));
  const [member] = await tx.select({ id: members.id }).from(members).where(isMember).for("no key update");
  if (!member) return null;
  const { assigneeId, waitingSince } = await findConversation(tx, actor, conversationId);
  if (assigneeId === memberId) return null;
  const workload = await loadWorkload(tx, tenantId);
  const [agent] = await loadAgents(tx, tenantId, [memberId], workload);
  if (!agent?.isOnline) return "unavailable";
  const weightPercent = weightOf({ isWaitingOnUs: waitingSince !== null }, "push", workload);
  return agent.loadPercent + weightPercent > agent.capacityPercent ? "full" : null;
}
