import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import {
  assignConversation,
  prioritiseConversation,
  resolveConversation,
  snoozeConversation,
  wakeConversation,
} from "@/lib/conversations";
import { wakeDue } from "@/lib/conversations/timers/wake-due";
import { type Priority, priorities } from "@/lib/conversations/types";
import { queueOrder } from "@/lib/routing/rules/order";
import { editWorkload } from "@/lib/routing/workload/edit";
import { MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { goes, makeDesk, passTime, setQueue } from "@/test/routing";
import { dispatch, dispatchIn } from "./dispatch";
import { loadAgents, lockTeams } from "./load-agents";
import { loadDesks, loadWorkload } from "./load-desks";
import { loadQueue } from "./load-queue";

const CAPACITY = 2;
const STEP_SECONDS = 20;
/** So that within a run waiting raises priorities. */
const AGING_MINUTES = 1;

type Desk = Awaited<ReturnType<typeof makeDesk>>;
type Row = {
  id: string;
  state: string;
  assignee_id: string | null;
  department_id: string;
  priority: Priority;
  waiting_since: Date | null;
  queued_since: Date | null;
  returned_at: Date | null;
};
type Decision = {
  conversation_id: string;
  department_id: string;
  member_id: string | null;
  rule: string;
  place: number;
};

const who = fc.nat(2);
const which = fc.nat(9);
const happening = fc.oneof(
  fc.record({ kind: fc.constant("arrives" as const), department: fc.nat(1) }),
  fc.record({ kind: fc.constantFrom("replies" as const, "resolves" as const, "snoozes" as const), which }),
  fc.record({ kind: fc.constant("transfers" as const), which, department: fc.nat(1) }),
  fc.record({ kind: fc.constant("claims" as const), which, who }),
  fc.record({ kind: fc.constant("goes" as const), who, state: fc.constantFrom("online" as const, "offline" as const) }),
  fc.record({ kind: fc.constant("wakes" as const), which, byTimer: fc.boolean() }),
  fc.record({ kind: fc.constant("urges" as const), which, priority: fc.constantFrom(...priorities) }),
  fc.record({ kind: fc.constant("crashes" as const) }),
  fc.record({ kind: fc.constant("dispatches" as const), engines: fc.integer({ min: 1, max: 2 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

const rowsOf = ({ tenantId }: Desk) =>
  ownerQuery<Row>("select * from conversations where tenant_id = $1 order by id", [tenantId]);

async function happens(desk: Desk, each: Happening): Promise<void> {
  const now = new Date();
  const rows = await rowsOf(desk);
  const row = "which" in each ? rows[each.which % Math.max(1, rows.length)] : undefined;
  const conversationId = row?.id ?? "";
  if ("which" in each && !row) return;
  switch (each.kind) {
    case "arrives":
      await makeConversation(desk, { departmentId: desk.departments[each.department ? 1 : 0].id });
      return;
    case "replies":
      await ownerQuery("update conversations set waiting_since = null where id = $1 and state = 'open'", [
        conversationId,
      ]);
      return;
    case "resolves":
      await resolveConversation(desk.owner, { conversationId });
      return;
    case "snoozes":
      if (row?.state === "open") {
        const until = { kind: "time" as const, at: new Date(now.getTime() + 2 * STEP_SECONDS * 1_000).toISOString() };
        await snoozeConversation(desk.owner, { conversationId, until });
      }
      return;
    case "wakes":
      if (each.byTimer) await wakeDue();
      else await wakeConversation(desk.owner, { conversationId });
      return;
    case "urges":
      await prioritiseConversation(desk.owner, { conversationId, priority: each.priority });
      return;
    case "transfers": {
      const departmentId = desk.departments[each.department ? 1 : 0].id;
      if (row?.state !== "resolved")
        await assignConversation(desk.owner, { conversationId, assigneeId: null, departmentId });
      return;
    }
    case "claims": {
      const claim = { conversationId, assigneeId: "me" as const };
      const claimer = desk.team[each.who];
      if (claimer && row?.state === "queued")
        await Promise.allSettled([assignConversation(claimer, claim), dispatch(desk.tenantId, now)]);
      return;
    }
    case "goes": {
      const person = desk.team[each.who];
      if (person) await goes(person, each.state);
      return;
    }
    case "crashes": {
      const crash = withTenant(desk, async (tx) => {
        await dispatchIn(tx, desk.tenantId, now);
        throw new Error("gone");
      });
      await expect(crash).rejects.toThrow("gone");
      return;
    }
    case "dispatches":
      await dispatchAndCheck(desk, now, each.engines);
  }
}

/** Of what was given by the software: nobody beyond their capacity, nobody before whoever stood ahead. */
async function dispatchAndCheck(desk: Desk, now: Date, engines: number): Promise<void> {
  const seen = await latestDecision(desk);
  const before = await rowsOf(desk);
  await Promise.all(Array.from({ length: engines }, () => dispatch(desk.tenantId, now)));
  const decided = await ownerQuery<Decision>(
    `select conversation_id, department_id, member_id, facts->>'rule' as rule, (facts->>'place')::int as place
     from routing_decisions where tenant_id = $1 and id > $2 order by id`,
    [desk.tenantId, seen],
  );
  const given = decided.filter(({ rule }) => rule === "leastLoaded" || rule === "lastAgent");
  expect(new Set(given.map((each) => each.conversation_id)).size).toBe(given.length);
  const isAhead = queueOrder(now.getTime(), AGING_MINUTES * MINUTE);
  const waiting = await stillWaiting(desk, now);
  for (const { conversation_id: id, department_id: departmentId, member_id: memberId, place } of given) {
    const served = before.find((row) => row.id === id);
    if (!served) throw new Error("What was given came from nowhere.");
    const ahead = waiting.filter((one) => one.departmentId === departmentId && isAhead(one, placeOf(served, now)) < 0);
    expect(ahead.filter(({ isSticky, passedAtMs }) => !isSticky && !(memberId && memberId in passedAtMs))).toEqual([]);
    expect(place).toBe(1 + ahead.length);
  }
  const [first] = waiting.filter(({ isSticky }) => !isSticky).toSorted(isAhead);
  expect(first?.couldGoTo ?? []).toEqual([]);
  const loads = await loadsOf(desk);
  for (const memberId of new Set(given.map((each) => each.member_id ?? ""))) {
    expect(loads.get(memberId) ?? 0).toBeLessThanOrEqual(CAPACITY * 100);
  }
}

/** Where somebody stood who was served: what was given back in the same moment came to the head first. */
function placeOf(row: Row, now: Date) {
  const since = row.state === "queued" ? (row.queued_since ?? row.waiting_since) : row.waiting_since;
  const returnedAt = row.state === "queued" ? row.returned_at : now;
  return {
    ...{ id: row.id, priority: row.priority, queuedSinceMs: since?.getTime() ?? 0 },
    returnedAtMs: returnedAt?.getTime() ?? null,
  };
}

/**
 * Who waits after everything was given out. Two things let others past them: the one who had them last is there and has
 * no room, for as long as the department waits for them; or whoever got the other had let them lie.
 */
async function stillWaiting(desk: Desk, now: Date) {
  return withTenant(desk, async (tx) => {
    const desks = await loadDesks(tx, desk.tenantId);
    const workload = await loadWorkload(tx, desk.tenantId);
    const agents = await loadAgents(tx, desk.tenantId, await lockTeams(tx, desk.tenantId), workload);
    const queue = await loadQueue(tx, desk.tenantId, ["push"]);
    return queue.map((queued) => {
      const { departmentId, isWaitingOnUs, lastAssigneeId, passedAtMs, queuedSinceMs } = queued;
      const weightPercent = isWaitingOnUs ? workload.waitingOnUsPercent : workload.waitingOnCustomerPercent;
      const team = agents.filter(
        ({ id, isOnline, departmentIds }) => isOnline && departmentIds.includes(departmentId) && !(id in passedAtMs),
      );
      const stickyUntilMs = queuedSinceMs + (desks.get(departmentId)?.stickyMs ?? 0);
      return {
        ...queued,
        isSticky: team.some(({ id }) => id === lastAssigneeId) && now.getTime() < stickyUntilMs,
        couldGoTo: team.filter(({ loadPercent, capacityPercent }) => loadPercent + weightPercent <= capacityPercent),
      };
    });
  });
}

async function latestDecision({ tenantId }: Desk): Promise<string> {
  const [row] = await ownerQuery<{ id: string }>(
    "select coalesce(max(id::text), '00000000-0000-0000-0000-000000000000') as id from routing_decisions where tenant_id = $1",
    [tenantId],
  );
  return row?.id ?? "";
}

async function loadsOf({ tenantId }: Desk): Promise<Map<string, number>> {
  const rows = await ownerQuery<{ id: string; load: number }>(
    `select assignee_id as id, sum(case when state = 'snoozed' then 10 when waiting_since is null then 50 else 100 end)::int as load
     from conversations where tenant_id = $1 and state in ('open', 'snoozed') group by 1`,
    [tenantId],
  );
  return new Map(rows.map(({ id, load }) => [id, load]));
}

/** Each is in one place: somebody's, in a queue, asleep or resolved. */
async function checkNothingIsLost(desk: Desk, arrived: number): Promise<void> {
  const rows = await rowsOf(desk);
  expect(rows).toHaveLength(arrived);
  for (const row of rows) {
    if (row.state === "open") expect(row.assignee_id).not.toBeNull();
    if (row.state === "queued") expect(row.assignee_id).toBeNull();
  }
}

test("whatever happens, nothing is given twice or lost, capacity holds and order is kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 24 }), async (happenings) => {
      const desk = await makeDesk({ agents: 3, stickySeconds: 30, returnSeconds: 60 });
      await setQueue(desk, desk.departments[1].id, { mode: "push", stickySeconds: 0, unansweredSeconds: 90 });
      await ownerQuery("update members set capacity = $2 where tenant_id = $1", [desk.tenantId, CAPACITY]);
      await editWorkload(desk.admin, { agingMinutes: AGING_MINUTES });
      await ownerQuery(
        "insert into department_members (tenant_id, department_id, member_id) select $1, $2, id from members where tenant_id = $1 and id = any($3)",
        [desk.tenantId, desk.departments[1].id, desk.team.slice(1).map(({ id }) => id)],
      );
      for (const each of happenings) {
        await passTime(desk, STEP_SECONDS);
        await happens(desk, each);
      }
      await checkNothingIsLost(desk, happenings.filter(({ kind }) => kind === "arrives").length);
      // Once everybody is there and has room, nobody waits any more.
      for (const person of desk.team) await goes(person, "online");
      await ownerQuery("update members set capacity = 100 where tenant_id = $1", [desk.tenantId]);
      await passTime(desk, 3_600);
      await dispatch(desk.tenantId);
      expect((await rowsOf(desk)).filter(({ state }) => state === "queued")).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 120_000);
