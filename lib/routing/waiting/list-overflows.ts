import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { namesOf } from "@/lib/conversations";
import { loadDesks } from "@/lib/routing/queue/load-desks";
import { loadQueued } from "@/lib/routing/queue/load-queue";
import { overflowOf } from "@/lib/routing/rules/explain";
import type { PendingOverflow } from "@/lib/routing/types";

/** Of some conversations, which go elsewhere if they go on waiting: when, and to whom. */
export async function listPendingOverflows(
  tx: Transaction,
  actor: Pick<Actor, "tenantId">,
  conversationIds: string[],
  now: Date,
): Promise<Map<string, PendingOverflow>> {
  const [desks, waiting] = await inOneTrip(
    loadDesks(tx, actor.tenantId),
    loadQueued(tx, actor.tenantId, conversationIds),
  );
  const found = waiting.flatMap((queued) => {
    const desk = desks.get(queued.departmentId);
    const overflow = desk && overflowOf(queued, desk, now.getTime());
    return overflow ? [{ id: queued.id, ...overflow }] : [];
  });
  const names = await namesOf(
    tx,
    actor.tenantId,
    found.map(({ departmentId }) => ({ actor: "", member_id: null, department_id: departmentId })),
  );
  return new Map(
    found.map(({ id, atMs, departmentId }) => [
      id,
      { at: new Date(atMs).toISOString(), department: names.department(departmentId) },
    ]),
  );
}
