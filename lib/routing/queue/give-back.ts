import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { AWAY, CONNECTION_LOST } from "@/lib/availability/types";
import { changeConversation, keepDecisions } from "@/lib/conversations";
import { causesOf, recordEvent } from "@/lib/events";
import { factsOf } from "@/lib/routing/rules/plan";
import { type Held, type Return, returnsDue } from "@/lib/routing/rules/returns";
import type { Agent, Desks } from "@/lib/routing/rules/state";
import { loadAgents } from "./load-agents";
import { loadWorkload } from "./load-desks";
import { lockUnchanged } from "./lock-unchanged";

type Row = {
  conversation_id: string;
  version: string;
  department_id: string;
  member_id: string;
  waiting_since: Date;
  assigned_at: Date | null;
  is_by_hand: boolean | null;
  last_sign_at: Date | null;
  is_gone: boolean;
  gone_since: Date | null;
};

/** Puts back what waits for somebody who went or does not answer. Answers when the next may be due. */
export async function giveBack(tx: Transaction, actor: Actor, desks: Desks, now: Date): Promise<number | null> {
  const held = await loadHeld(tx, actor.tenantId);
  const { returns, nextDueAtMs } = returnsDue(
    held.map((row) => heldOf(row)),
    desks,
    now.getTime(),
  );
  const versions = new Map(held.map((row) => [row.conversation_id, row.version]));
  const ids = returns.map(({ held: { conversationId } }) => conversationId);
  const rows = await lockUnchanged(tx, actor, ids, versions);
  const holders = await loadHolders(tx, actor, returns);
  const asked = [...rows].map(([conversationId, { waitingSince }]) => ({ conversationId, since: waitingSince }));
  const causes = await causesOf(tx, actor, asked, ["conversation.assigned"]);
  for (const each of returns) {
    const before = rows.get(each.held.conversationId);
    if (!before) continue;
    const { conversationId, departmentId, memberId } = each.held;
    const facts = factsOfReturn(each, desks, now, { skillIds: before.skillIds, holder: holders.get(memberId) });
    const decided = facts ? [{ conversationId, departmentId, memberId, facts }] : [];
    const [told] = await keepDecisions(tx, actor, decided, now);
    if (!told) continue;
    const { contactId, channelId } = before;
    const refs = { conversationId, departmentId, memberId, contactId, channelId };
    const returner = systemActor(actor.tenantId, actor.id, causes.get(conversationId));
    await recordEvent(tx, returner, { type: "conversation.returned", ...refs, payload: { ...told } });
    await changeConversation(tx, returner, before, { state: "queued", assigneeId: null, returnedAt: now }, { told });
  }
  return nextDueAtMs;
}

/** What each had who loses something, before they do. */
async function loadHolders(tx: Transaction, { tenantId }: Actor, returns: Return[]): Promise<Map<string, Agent>> {
  if (returns.length === 0) return new Map();
  const memberIds = [...new Set(returns.map(({ held: { memberId } }) => memberId))];
  const agents = await loadAgents(tx, tenantId, memberIds, await loadWorkload(tx, tenantId));
  return new Map(agents.map((agent) => [agent.id, agent]));
}

type Before = { skillIds: string[]; holder: Agent | undefined };

function factsOfReturn({ held, rule }: Return, desks: Desks, now: Date, { skillIds, holder }: Before) {
  const desk = desks.get(held.departmentId);
  const unfit = rule === "agentGone" ? ("unavailable" as const) : ("declined" as const);
  const candidates = holder
    ? [{ memberId: holder.id, loadPercent: holder.loadPercent, capacityPercent: holder.capacityPercent, unfit }]
    : [];
  const waiting = { queuedSinceMs: held.waitingSinceMs, skillIds, language: null };
  return desk && factsOf(waiting, desk, now.getTime(), { rule, place: null, candidates });
}

/**
 * Whoever never said where they are is offline, and has always been. By hand is what another person gave to just them:
 * not what the software gave by itself or by a rule, nor what they took.
 */
async function loadHeld(tx: Transaction, tenantId: string): Promise<Row[]> {
  const { rows } = await tx.$client.query<Row>({
    name: "load_held",
    text: `
      select c.id as conversation_id, c.xmin::text as version, c.department_id, c.assignee_id as member_id,
        c.waiting_since, given.at as assigned_at, given.is_by_hand, sign.at as last_sign_at, p.gone as is_gone, a.since as gone_since
      from conversations c
      join queues q on q.tenant_id = $1 and q.department_id = c.department_id and q.mode <> 'manual'
      left join availability a on a.tenant_id = $1 and a.member_id = c.assignee_id and a.until is null
      cross join lateral (
        select coalesce(a.state, 'offline') = 'offline' or (a.state = 'break' and a.reason = any($2)) as gone) as p
      left join lateral (
        select e.at, e.actor not like 'system:%' and e.actor <> 'member:' || c.assignee_id as is_by_hand from events e
        where e.tenant_id = $1 and e.conversation_id = c.id and e.type = 'conversation.assigned'
        order by e.at desc, e.seq desc limit 1) as given on true
      left join lateral (
        select max(e.at) as at from events e
        where e.tenant_id = $1 and e.conversation_id = c.id and e.actor = 'member:' || c.assignee_id
          and e.at >= greatest(c.waiting_since, given.at)) as sign on q.unanswered_seconds is not null
      where c.tenant_id = $1 and c.state = 'open' and c.owner = 'us' and c.waiting_since is not null
        and c.assignee_id is not null
        and ((p.gone and q.return_seconds is not null) or q.unanswered_seconds is not null)
      order by c.waiting_since, c.id`,
    values: [tenantId, [AWAY, CONNECTION_LOST]],
  });
  return rows;
}

function heldOf(row: Row): Held {
  return {
    conversationId: row.conversation_id,
    departmentId: row.department_id,
    memberId: row.member_id,
    waitingSinceMs: row.waiting_since.getTime(),
    assignedAtMs: row.assigned_at?.getTime() ?? 0,
    lastSignMs: row.last_sign_at?.getTime() ?? null,
    isByHand: row.is_by_hand ?? false,
    goneSinceMs: row.is_gone ? (row.gone_since?.getTime() ?? 0) : null,
  };
}
