import type * as z from "zod";
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
import { fullOf, refuseAway } from "./refuse-unready";
import { hasRoomFor } from "./rules/fitness";
import { lineFor, type Standing } from "./rules/line-for";
import { weightOf } from "./rules/load";
import { factsOf } from "./rules/plan";
import type { Agent } from "./rules/state";
import type { TakeNext } from "./schemas";

/** Somebody may be at work on the very first: then the next one is taken. */
const LOOK_AT = 5;

/**
 * Gives the asker who waits first in their departments where one asks for the next. Of two who ask at once each gets
 * another. Whoever is away, or has as much as they can take, is told so instead.
 */
export async function takeNext(
  actor: Actor,
  { beyondCapacity }: z.output<typeof TakeNext.input>,
): Promise<{ conversation: ConversationSummary | null }> {
  authorize(actor, "queues.take");
  return withTenant(actor, async (tx) => {
    await lockTenant(tx, actor.tenantId);
    await lockMyself(tx, actor);
    const now = new Date();
    const { line, versions, me } = await lineOf(tx, actor, now);
    if (line.length === 0 || !me) return { conversation: null };
    await refuseAway(tx, actor);
    const takeable = takeableOf(line, me, beyondCapacity);
    const ids = takeable.slice(0, LOOK_AT).map(({ queued }) => queued.id);
    const rows = await lockUnchanged(tx, actor, ids, versions);
    const first = takeable.find(({ queued }) => rows.has(queued.id));
    const before = first && rows.get(first.queued.id);
    if (!before) return { conversation: null };
    const { queued, desk, place, hasRoom } = first;
    const { loadPercent, capacityPercent } = me;
    const candidates = [{ memberId: me.id, loadPercent, capacityPercent, unfit: hasRoom ? null : ("full" as const) }];
    const facts = factsOf(queued, desk, now.getTime(), { rule: "next", place, candidates });
    const decided = { conversationId: queued.id, departmentId: desk.departmentId, memberId: me.id, facts };
    const [told] = await keepDecisions(tx, actor, [decided], now);
    await changeConversation(tx, actor, before, { state: "open", assigneeId: me.id }, told && { told });
    return { conversation: await readSummary(tx, actor, queued.id) };
  });
}

type InLine = Standing & { hasRoom: boolean };

/** Whoever has no room for the first one takes none by passing it over. */
function takeableOf(line: InLine[], me: Agent, beyondCapacity: boolean): InLine[] {
  if (line[0]?.hasRoom) return line.filter(({ hasRoom }) => hasRoom);
  const beyond = line.filter(({ desk }) => desk.mayExceedCapacity);
  if (beyondCapacity && beyond.length > 0) return beyond;
  throw fullOf(me, beyond.length > 0);
}

type Line = { line: InLine[]; versions: Map<string, string>; me: Agent | undefined };

async function lineOf(tx: Transaction, actor: Actor, now: Date): Promise<Line> {
  const { tenantId } = actor;
  const desks = await loadDesks(tx, tenantId);
  const workload = await loadWorkload(tx, tenantId);
  const [me] = await loadAgents(tx, tenantId, [actor.id], workload);
  const queue = await loadQueue(tx, tenantId, ["pull"]);
  const versions = new Map(queue.map(({ id, version }) => [id, version]));
  const standing = me ? lineFor(me, queue, desks, workload.agingMs, now.getTime()) : [];
  const line = standing.map((each) => {
    const weightPercent = weightOf(each.queued, each.desk.mode, workload);
    return { ...each, hasRoom: me !== undefined && hasRoomFor(me, weightPercent) };
  });
  return { line, versions, me };
}
