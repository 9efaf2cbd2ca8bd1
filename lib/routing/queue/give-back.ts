import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { AWAY } from "@/lib/availability/types";
import { changeConversation, keepDecisions } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { factsOf } from "@/lib/routing/rules/plan";
import { type Held, type Return, returnsDue } from "@/lib/routing/rules/returns";
import type { Desks } from "@/lib/routing/rules/state";
import { lockUnchanged } from "./lock-unchanged";

type Row = {
  conversation_id: string;
  version: string;
  department_id: string;
  member_id: string;
  waiting_since: Date;
  assigned_at: Date | null;
  is_automatic: boolean | null;
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
  for (const each of returns) {
    const before = rows.get(each.held.conversationId);
    if (!before) continue;
    const { conversationId, departmentId, memberId } = each.held;
    const facts = factsOfReturn(each, desks, now, before.skillIds);
    const decided = facts ? [{ conversationId, departmentId, memberId, facts }] : [];
    const [told] = await keepDecisions(tx, actor, decided, now);
    if (!told) continue;
    const { contactId, channelId } = before;
    const refs = { conversationId, departmentId, memberId, contactId, channelId };
    await recordEvent(tx, actor, { type: "conversation.returned", ...refs, payload: { ...told } });
    await changeConversation(tx, actor, before, { state: "queued", assigneeId: null, returnedAt: now }, { told });
  }
  return nextDueAtMs;
}

function factsOfReturn({ held, rule }: Return, desks: Desks, now: Date, skillIds: string[]) {
  const desk = desks.get(held.departmentId);
  const waiting = { queuedSinceMs: held.waitingSinceMs, skillIds, language: null };
  return desk && factsOf(waiting, desk, now.getTime(), { rule, place: null, candidates: [] });
}

/** Whoever never said where they are is offline, and has always been. */
async function loadHeld(tx: Transaction, tenantId: string): Promise<Row[]> {
  const { rows } = await tx.$client.query<Row>({
    name: "load_held",
    text: `
      select c.id as conversation_id, c.xmin::text as version, c.department_id, c.assignee_id as member_id,
        c.waiting_since, given.at as assigned_at, given.is_automatic, p.gone as is_gone, a.since as gone_since
      from conversations c
      join queues q on q.tenant_id = $1 and q.department_id = c.department_id and q.mode <> 'manual'
      left join availability a on a.tenant_id = $1 and a.member_id = c.assignee_id and a.until is null
      cross join lateral (
        select coalesce(a.state, 'offline') = 'offline' or (a.state = 'break' and a.reason = $2) as gone) as p
      left join lateral (
        select e.at, e.actor = 'system:routing' as is_automatic from events e
        where e.tenant_id = $1 and e.conversation_id = c.id and e.type = 'conversation.assigned'
        order by e.at desc, e.seq desc limit 1) as given on true
      where c.tenant_id = $1 and c.state = 'open' and c.owner = 'us' and c.waiting_since is not null
        and c.assignee_id is not null
        and ((p.gone and q.return_seconds is not null) or q.unanswered_seconds is not null)
      order by c.waiting_since, c.id`,
    values: [tenantId, AWAY],
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
    isAutomatic: row.is_automatic ?? false,
    goneSinceMs: row.is_gone ? (row.gone_since?.getTime() ?? 0) : null,
  };
}
