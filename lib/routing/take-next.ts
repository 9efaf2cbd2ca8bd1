import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation, keepDecisions, readSummary } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { lockMyself } from "./lock-myself";
import { loadAgents } from "./queue/load-agents";
import { loadDesks, loadWorkload } from "./queue/load-desks";
import { loadQueue } from "./queue/load-queue";
import { lockTenant } from "./queue/lock-tenant";
import { lockUnchanged } from "./queue/lock-unchanged";
import { lineFor, type Standing } from "./rules/line-for";
import { factsOf } from "./rules/plan";

/** Somebody may be at work on the very first: then the next one is taken. */
const LOOK_AT = 5;

/** Gives the asker who waits first in their departments where one asks for the next. Of two who ask at once each gets another. */
export async function takeNext(actor: Actor): Promise<{ conversation: ConversationSummary | null }> {
  authorize(actor, "queues.take");
  return withTenant(actor, async (tx) => {
    await lockTenant(tx, actor.tenantId);
    await lockMyself(tx, actor);
    const now = new Date();
    const { line, versions, me } = await lineOf(tx, actor, now);
    const ids = line.slice(0, LOOK_AT).map(({ queued }) => queued.id);
    const rows = await lockUnchanged(tx, actor, ids, versions);
    const first = line.find(({ queued }) => rows.has(queued.id));
    const before = first && rows.get(first.queued.id);
    if (!before || !me) return { conversation: null };
    const { queued, desk, place } = first;
    const { loadPercent, capacityPercent } = me;
    const candidates = [{ memberId: me.id, loadPercent, capacityPercent, unfit: null }];
    const facts = factsOf(queued, desk, now.getTime(), { rule: "next", place, candidates });
    const decided = { conversationId: queued.id, departmentId: desk.departmentId, memberId: me.id, facts };
    const [told] = await keepDecisions(tx, actor, [decided], now);
    await changeConversation(tx, actor, before, { state: "open", assigneeId: me.id }, told && { told });
    return { conversation: await readSummary(tx, actor, queued.id) };
  });
}

type Line = {
  line: Standing[];
  versions: Map<string, string>;
  me: Awaited<ReturnType<typeof loadAgents>>[number] | undefined;
};

async function lineOf(tx: Transaction, actor: Actor, now: Date): Promise<Line> {
  const { tenantId } = actor;
  const desks = await loadDesks(tx, tenantId);
  const workload = await loadWorkload(tx, tenantId);
  const [me] = await loadAgents(tx, tenantId, [actor.id], workload);
  const queue = await loadQueue(tx, tenantId, ["pull"]);
  const versions = new Map(queue.map(({ id, version }) => [id, version]));
  return { line: me ? lineFor(me, queue, desks, workload.agingMs, now.getTime()) : [], versions, me };
}
