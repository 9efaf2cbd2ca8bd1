import { describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "@/lib/time";
import { plan } from "./plan";
import type { Agent, Desk, Queued, Workload } from "./state";

const NOW = Date.UTC(2026, 10, 23, 9);
const workload: Workload = {
  capacityPercent: 600,
  waitingOnUsPercent: 100,
  waitingOnCustomerPercent: 50,
  snoozedPercent: 10,
  agingMs: 15 * MINUTE,
};
const desk = (change: Partial<Desk> = {}): Desk => ({
  ...{ departmentId: "sales", mode: "push", offerMs: 30 * SECOND, stickyMs: MINUTE, overflowMs: null },
  ...{
    overflowDepartmentId: null,
    returnMs: null,
    unansweredMs: null,
    mayExceedCapacity: true,
    skillIds: [],
    languages: [],
    ...change,
  },
});
const agent = (id: string, change: Partial<Agent> = {}): Agent => ({
  ...{ id, isOnline: true, departmentIds: ["sales"], capacityPercent: 600, loadPercent: 0, skillIds: [] },
  ...{ languages: [], lastAssignedAtMs: null, hasOffer: false, ...change },
});
const queued = (id: string, change: Partial<Queued> = {}): Queued => ({
  ...{ id, departmentId: "sales", priority: "normal", queuedSinceMs: NOW - 10 * SECOND, returnedAtMs: null },
  ...{ isWaitingOnUs: true, skillIds: [], language: null, lastAssigneeId: null, passedAtMs: {} },
  ...{ hasOverflowed: false, isOffered: false, ...change },
});
const planOf = (queue: Queued[], agents: Agent[], ...desks: Desk[]) =>
  plan({
    ...{ queue, agents, workload, nowMs: NOW },
    desks: new Map((desks.length ? desks : [desk()]).map((each) => [each.departmentId, each])),
  });
const given = (...scene: Parameters<typeof planOf>) =>
  planOf(...scene).steps.map(({ conversationId, memberId, departmentId }) => [
    conversationId,
    memberId ?? departmentId,
  ]);

describe("who gets a conversation", () => {
  test("the longest wait goes to the least loaded in proportion to what they can take", () => {
    const half = agent("half", { capacityPercent: 300, loadPercent: 200 });
    const whole = agent("whole", { loadPercent: 300 });
    const old = queued("old", { queuedSinceMs: NOW - MINUTE });
    expect(given([queued("new"), old], [half, whole])).toEqual([
      ["old", "whole"],
      ["new", "half"],
    ]);
  });

  test("of equals whoever was given nothing for longest, and they take turns", () => {
    const agents = [agent("a", { lastAssignedAtMs: 9 }), agent("b", { lastAssignedAtMs: 5 }), agent("c")];
    expect(
      given(
        ["1", "2", "3", "4"].map((id) => queued(id)),
        agents,
      ).map(([, who]) => who),
    ).toEqual([...["c", "b", "a", "c"]]);
  });

  test.each<[string, Partial<Agent>]>([
    ["offline", { isOnline: false }],
    ["of another department", { departmentIds: ["support"] }],
    ["full", { loadPercent: 550 }],
    ["without a skill", {}],
    ["without the language", { skillIds: ["billing"], languages: ["en"] }],
    ["being asked about another", { skillIds: ["billing"], hasOffer: true }],
  ])("nobody who is %s", (_what, change) => {
    const asked = queued("1", { skillIds: ["billing"], language: "es" });
    const spanish = desk({ languages: ["es", "en"] });
    expect(given([asked], [agent("a", change)], spanish)).toEqual([]);
    const able = agent("b", { skillIds: ["billing"], languages: ["es"] });
    expect(given([asked], [agent("a", change), able], spanish)).toEqual([["1", "b"]]);
  });

  test("a language in which the department does not answer keeps nobody from it, nor does an agent's empty list", () => {
    const asked = queued("1", { language: "fr" });
    expect(given([asked], [agent("a", { languages: ["en"] })], desk({ languages: ["en", "es"] }))).toHaveLength(1);
    const regional = queued("1", { language: "pt_BR" });
    expect(given([regional], [agent("a", { languages: ["pt"] })], desk({ languages: ["pt"] }))).toHaveLength(1);
    expect(given([regional], [agent("a")], desk({ languages: ["pt"] }))).toHaveLength(1);
  });

  test("whoever had it last comes first, however loaded, while they have room", () => {
    const known = queued("1", { lastAssigneeId: "a" });
    const { steps } = planOf([known], [agent("a", { loadPercent: 500 }), agent("b")]);
    expect(steps).toMatchObject([{ memberId: "a", facts: { rule: "lastAgent", place: 1, waitedSeconds: 10 } }]);
  });

  test("it waits for whoever had it last while they are there and full, then goes to anybody", () => {
    const full = agent("a", { loadPercent: 600 });
    const known = queued("1", { lastAssigneeId: "a" });
    const waits = planOf([known, queued("2")], [full, agent("b")]);
    expect(waits.steps.map(({ conversationId }) => conversationId)).toEqual(["2"]);
    expect(waits.nextDueAtMs).toBe(NOW + 50 * SECOND);
    expect(given([{ ...known, queuedSinceMs: NOW - MINUTE }], [full, agent("b")])).toEqual([["1", "b"]]);
    expect(given([known], [{ ...full, isOnline: false }, agent("b")])).toEqual([["1", "b"]]);
  });

  test("whoever has too little room for the head of the queue is not filled with what weighs less behind it", () => {
    const head = queued("head", { queuedSinceMs: NOW - MINUTE });
    const light = queued("light", { isWaitingOnUs: false });
    const almostFull = agent("almost full", { loadPercent: 550 });
    expect(given([head, light], [almostFull])).toEqual([]);
    expect(given([light], [almostFull])).toEqual([["light", "almost full"]]);
    const other = agent("other", { departmentIds: ["support"], loadPercent: 550 });
    const elsewhere = queued("elsewhere", { departmentId: "support", isWaitingOnUs: false });
    const desks = [desk(), desk({ departmentId: "support" })];
    expect(given([head, elsewhere], [almostFull, other], ...desks)).toEqual([["elsewhere", "other"]]);
  });

  test("a decision names everybody who was looked at, and why not them", () => {
    const agents = [agent("a", { loadPercent: 600 }), agent("b"), agent("c", { isOnline: false })];
    const [step] = planOf([queued("1")], agents).steps;
    expect(step?.facts.candidates).toEqual([
      { memberId: "a", loadPercent: 600, capacityPercent: 600, unfit: "full" },
      { memberId: "b", loadPercent: 0, capacityPercent: 600, unfit: null },
      { memberId: "c", loadPercent: 0, capacityPercent: 600, unfit: "unavailable" },
    ]);
  });

  test("where agents ask for the next, or people assign, nobody is given anything", () => {
    for (const mode of ["pull", "manual"] as const) {
      expect(given([queued("1")], [agent("a")], desk({ mode }))).toEqual([]);
    }
  });
});

describe("an offer", () => {
  const offering = desk({ mode: "offer" });

  test("stands alone with a member, and what is offered is offered to nobody else", () => {
    const waiting = [queued("1"), queued("2"), queued("3", { isOffered: true })];
    const { steps } = planOf(waiting, [agent("a")], offering);
    expect(steps).toMatchObject([{ kind: "offer", conversationId: "1", memberId: "a" }]);
  });

  test("goes to the next one after a refusal, and again to who refused only when all have", () => {
    const passed = (...ids: string[]) =>
      queued("1", { passedAtMs: Object.fromEntries(ids.map((id, at) => [id, NOW - MINUTE + at])) });
    const agents = [agent("a"), agent("b", { loadPercent: 300 })];
    expect(given([passed("a")], agents, offering)).toEqual([["1", "b"]]);
    expect(given([passed("a", "b")], agents, offering)).toEqual([["1", "a"]]);
    const late = queued("1", { passedAtMs: { a: NOW - SECOND } });
    expect(planOf([late], [agent("a")], offering)).toEqual({ steps: [], nextDueAtMs: NOW + 29 * SECOND });
  });
});

describe("overflow", () => {
  const due = queued("1", { queuedSinceMs: NOW - 10 * MINUTE, skillIds: ["billing"] });

  test("takes a conversation to another department's queue, once, where it is given out at once", () => {
    const from = desk({ overflowMs: 5 * MINUTE, overflowDepartmentId: "support" });
    const to = desk({ departmentId: "support", overflowMs: 5 * MINUTE, overflowDepartmentId: "sales" });
    const helper = agent("b", { departmentIds: ["support"], skillIds: ["billing"] });
    const { steps } = planOf([due], [helper], from, to);
    expect(steps).toMatchObject([
      { kind: "move", departmentId: "support", facts: { rule: "overflow", waitedSeconds: 600 } },
      { kind: "assign", departmentId: "support", memberId: "b" },
    ]);
    expect(given([due], [], from, to)).toEqual([["1", "support"]]);
    expect(given([{ ...due, departmentId: "support", hasOverflowed: true }], [], from, to)).toEqual([]);
  });

  test("or to anybody of this one, but before them to who has the skill", () => {
    const relaxed = desk({ overflowMs: 5 * MINUTE });
    const able = agent("b", { skillIds: ["billing"], loadPercent: 500 });
    expect(planOf([due], [agent("a")], relaxed).steps).toMatchObject([{ memberId: "a", facts: { rule: "overflow" } }]);
    expect(given([due], [agent("a"), able], relaxed)).toEqual([["1", "b"]]);
    const early = planOf([{ ...due, queuedSinceMs: NOW - MINUTE }], [agent("a")], relaxed);
    expect(early).toEqual({ steps: [], nextDueAtMs: NOW + 4 * MINUTE });
  });
});

test("two hundred conversations are spread over twenty agents, fair to within one", () => {
  const agents = Array.from({ length: 20 }, (_, at) => agent(`agent-${at}`, { capacityPercent: 2_000 }));
  const waiting = Array.from({ length: 200 }, (_, at) => queued(`${at}`.padStart(3, "0"), { queuedSinceMs: NOW - at }));
  const counts = Map.groupBy(given(waiting, agents), ([, who]) => who);
  expect([...counts.values()].map((list) => list.length)).toEqual(Array(20).fill(10));
});
