import { and, eq, lt, sql } from "drizzle-orm";
import { undoSteps } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { ConversationFacts } from "@/lib/conversations/types";
import { MINUTE } from "@/lib/time";

/** How long an act can be taken back. */
export const UNDO_WITHIN_MS = 10 * MINUTE;

type Step = { undoId: string; conversationId: string; before: ConversationFacts; after: ConversationFacts };

/** Notes what a conversation was. Of several changes under one id, the first *before* and the last *after* count. */
export async function keepUndo(tx: Transaction, actor: Actor, step: Step): Promise<void> {
  const at = new Date();
  await tx
    .delete(undoSteps)
    .where(and(eq(undoSteps.tenantId, actor.tenantId), lt(undoSteps.at, new Date(at.getTime() - UNDO_WITHIN_MS))));
  await tx
    .insert(undoSteps)
    .values({ tenantId: actor.tenantId, actor: nameOf(actor), at, ...step })
    .onConflictDoUpdate({
      target: [undoSteps.tenantId, undoSteps.undoId, undoSteps.conversationId],
      set: { after: step.after },
      setWhere: sql`${undoSteps.actor} = ${nameOf(actor)}`,
    });
}

export function nameOf({ kind, id }: Pick<Actor, "kind" | "id">): string {
  return `${kind}:${id}`;
}
