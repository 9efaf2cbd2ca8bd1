import type { routingDecisions } from "@/db/schema";
import { newId } from "@/lib/ids";
import { defaultWorkload } from "@/lib/workload/types";

type Claim = { tenantId: string; conversationId: string; departmentId: string | null; memberId: string };
type Row = typeof routingDecisions.$inferInsert & { id: string };

/** How an agent came to a conversation: they took it from the queue, with as much to do as `held` says. */
export function claimOf(claim: Claim, { openedAt, at, held }: { openedAt: Date; at: Date; held: number }): Row {
  const { tenantId, conversationId, departmentId, memberId } = claim;
  const capacityPercent = 100 * defaultWorkload.capacity;
  return {
    ...{ tenantId, id: newId(at.getTime()), conversationId, departmentId, memberId, at },
    facts: {
      ...{ rule: "claimed", mode: "manual", place: null, skillIds: [], language: null },
      waitedSeconds: (at.getTime() - openedAt.getTime()) / 1_000,
      candidates: [{ memberId, loadPercent: 100 * held, capacityPercent, unfit: null }],
      hand: { actor: `member:${memberId}`, fromMemberId: null, fromDepartmentId: departmentId, through: null },
    },
  };
}
