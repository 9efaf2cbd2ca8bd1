import { describe, expect, test } from "vitest";
import { type Actor, systemActor } from "@/lib/auth";
import { assignConversation, prioritiseConversation } from "@/lib/conversations";
import { wakeDue } from "@/lib/conversations/timers/wake-due";
import { countStoppedRules, listRuleRuns, readRule, readRuleRun, seeRuleStop } from "@/lib/rules";
import type { Condition, RuleAction } from "@/lib/rules/types";
import { chooseServiceLevelPolicy, createServiceLevelPolicy } from "@/lib/service-levels";
import { followConversation } from "@/lib/service-levels/follow";
import { markDue } from "@/lib/service-levels/queue/mark-due";
import { HOUR, MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { dispatchIn, goes, makeDesk, passTime } from "@/test/routing";
import { announceMessage, eventsOf, makeRule, ruleScene, settleRules } from "@/test/rules";

const page = { limit: 50 };

const outcomesOf = async ({ admin }: { admin: Actor }, { id: ruleId }: { id: string }) =>
  (await listRuleRuns(admin, { ruleId, ...page })).items.map(({ outcome }) => outcome);

describe("the guard", () => {
  const toHigh: RuleAction[] = [{ kind: "prioritise", priority: "high" }];
  const toLow: RuleAction[] = [{ kind: "prioritise", priority: "low" }];
  const event = "conversation.prioritised";

  test("stops a rule that triggers itself after its first turn, says so, and tells the admin", async () => {
    const { tenantId, admin, agent, conversationId, runsOf, now } = await ruleScene();
    const rule = await makeRule(admin, { name: "Own tail", event, does: toHigh });
    await prioritiseConversation(agent, { conversationId, priority: "low" });
    await settleRules({ tenantId });
    expect(await now()).toMatchObject({ priority: "high" });
    const [second, first, ...more] = await runsOf(rule.id);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ outcome: "done" });
    expect(second).toMatchObject({
      outcome: "stopped",
      causeId: first?.causeId,
      trace: { actions: [], stop: { code: "rule_loop", nextStep: expect.any(String) } },
    });
    const stopped = await eventsOf(tenantId, "rule.stopped");
    expect(stopped).toMatchObject([{ payload: { ruleId: rule.id, name: "Own tail", code: "rule_loop" } }]);
    expect((await readRule(admin, { ruleId: rule.id })).stoppedAt).toEqual(expect.any(String));
  });

  test("what it stopped waits for the admins until one of them has seen it, whoever was there", async () => {
    const { tenantId, admin, owner, agent, conversationId } = await ruleScene();
    const rule = await makeRule(admin, { event, does: toHigh });
    await prioritiseConversation(agent, { conversationId, priority: "low" });
    await settleRules({ tenantId });
    await ownerQuery("update rule_runs set at = at - interval '60 days' where tenant_id = $1", [tenantId]);
    for (const each of [admin, owner]) expect(await countStoppedRules(each)).toEqual({ count: 1 });
    await expect(countStoppedRules(agent)).rejects.toThrow("role");
    const told = await eventsOf(tenantId, "rule.changed");
    expect(told.map(({ payload }) => payload.change)).toContain("stopped");
    await seeRuleStop(admin, { ruleId: rule.id });
    for (const each of [admin, owner]) expect(await countStoppedRules(each)).toEqual({ count: 0 });
    expect((await readRule(admin, { ruleId: rule.id })).stoppedAt).toBeNull();
    await prioritiseConversation(agent, { conversationId, priority: "low" });
    await settleRules({ tenantId });
    expect(await countStoppedRules(owner)).toEqual({ count: 1 });
  });

  test("stops two rules that trigger each other once each has had its turn", async () => {
    const { tenantId, admin, agent, conversationId, runsOf, now } = await ruleScene();
    const is = (priority: string): Condition[] => [{ fact: "priority", operator: "isAnyOf", value: [priority] }];
    const up = await makeRule(admin, { name: "Up", event, when: is("low"), does: toHigh });
    const down = await makeRule(admin, { name: "Down", event, when: is("high"), does: toLow });
    await prioritiseConversation(agent, { conversationId, priority: "low" });
    await settleRules({ tenantId });
    expect(await now()).toMatchObject({ priority: "low" });
    const outcomes = async (ruleId: string) => (await runsOf(ruleId)).map(({ outcome }) => outcome);
    expect((await outcomes(up.id)).filter((outcome) => outcome === "done")).toHaveLength(1);
    expect((await outcomes(down.id)).filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(await eventsOf(tenantId, "rule.stopped")).toHaveLength(1);
    const last = (await listRuleRuns(admin, { ruleId: up.id, outcome: "stopped", ...page })).items.at(-1);
    const { chain } = await readRuleRun(admin, { ruleId: up.id, runId: last?.id ?? "" });
    expect(chain.slice(0, 3).map(({ ruleName, outcome }) => [ruleName, outcome])).toEqual([
      ["Up", "done"],
      ["Down", "done"],
      ["Up", "stopped"],
    ]);
  });

  test("stops a rule that routing sets off again after its first turn", async () => {
    const desk = await makeDesk();
    await makeConversation(desk, { departmentId: desk.departmentId });
    const does: RuleAction[] = [{ kind: "assign", assigneeId: null }];
    const rule = await makeRule(desk.admin, { event: "conversation.assigned", does });
    for (let turn = 0; turn < 4; turn += 1) {
      await dispatchIn(desk);
      await settleRules(desk);
    }
    expect(await outcomesOf(desk, rule)).toEqual(["stopped", "done"]);
    expect(await eventsOf(desk.tenantId, "rule.stopped")).toHaveLength(1);
  });

  test("stops a rule that gives a conversation again and again to somebody who went home", async () => {
    const desk = await makeDesk({ returnSeconds: 60 });
    const [gone] = desk.team;
    if (!gone) throw new Error("Nobody is there.");
    const { id: conversationId } = await makeConversation(desk, {
      departmentId: desk.departmentId,
      assigneeId: desk.agent.id,
    });
    const does: RuleAction[] = [{ kind: "assign", assigneeId: gone.id }];
    const rule = await makeRule(desk.admin, { event: "conversation.queued", does });
    await assignConversation(desk.owner, { conversationId, assigneeId: null });
    await settleRules(desk);
    await goes(gone, "offline");
    for (let turn = 0; turn < 3; turn += 1) {
      await settleRules(desk);
      await passTime(desk, 120);
      await dispatchIn(desk);
    }
    expect(await outcomesOf(desk, rule)).toEqual(["stopped", "done"]);
  });

  test("stops a rule that a snooze of its own sets off again when it ends", async () => {
    const { tenantId, admin, owner, agent, conversationId } = await ruleScene();
    const does: RuleAction[] = [{ kind: "snooze", until: { kind: "hours", hours: 1 } }];
    const rule = await makeRule(admin, { event: "conversation.queued", does });
    await assignConversation(owner, { conversationId, assigneeId: agent.id });
    await assignConversation(owner, { conversationId, assigneeId: null });
    await settleRules({ tenantId });
    for (const hours of [2, 4]) {
      await wakeDue(new Date(Date.now() + hours * HOUR));
      await settleRules({ tenantId });
    }
    expect(await outcomesOf({ admin }, rule)).toEqual(["stopped", "done"]);
  });

  test("stops a rule that moves who was kept waiting to where they are kept waiting again", async () => {
    const { tenantId, admin, departments, ...tenant } = await makeTenant({ channel: true });
    const promise = { nextReplyMinutes: null, resolutionMinutes: null, inHours: false, warnAtPercent: 80 };
    for (const [at, { id: departmentId }] of departments.entries()) {
      const wanted = { ...promise, name: `Policy ${at}`, firstReplyMinutes: 10 * (at + 1) };
      const { id: policyId } = await createServiceLevelPolicy(admin, wanted);
      await chooseServiceLevelPolicy(admin, { departmentId, policyId });
    }
    const [first, second] = departments;
    const lastActivityAt = new Date(Date.now() - 11 * MINUTE);
    const waiting = await makeConversation({ tenantId, ...tenant }, { departmentId: first.id, lastActivityAt });
    const does: RuleAction[] = [{ kind: "assign", assigneeId: null, departmentId: second.id }];
    const rule = await makeRule(admin, { event: "serviceLevel.missed", does });
    for (const minutes of [0, 15]) {
      await followConversation(systemActor(tenantId, "serviceLevels"), waiting.id, new Date());
      await markDue(new Date(Date.now() + minutes * MINUTE));
      await settleRules({ tenantId });
    }
    expect(await outcomesOf({ admin }, rule)).toEqual(["stopped", "done"]);
  });

  test("lets a rule run again in another chain", async () => {
    const { tenantId, admin, agent, conversationId, runsOf } = await ruleScene();
    const rule = await makeRule(admin, { event, does: [{ kind: "note", text: "Seen" }] });
    for (const priority of ["low", "urgent"] as const)
      await prioritiseConversation(agent, { conversationId, priority });
    await settleRules({ tenantId });
    expect((await runsOf(rule.id)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  });

  test("ends what goes on and on in one conversation, and says so once", async () => {
    const { tenantId, admin, conversation, runsOf } = await ruleScene();
    const rule = await makeRule(admin, { does: [{ kind: "prioritise", priority: "high" }] });
    for (let count = 0; count < 63; count += 1) await announceMessage({ tenantId }, conversation);
    await settleRules({ tenantId });
    const latest = await runsOf(rule.id);
    expect(latest.filter(({ outcome }) => outcome === "stopped")).toHaveLength(3);
    expect(latest[0]?.trace.stop).toMatchObject({ code: "rule_budget_spent" });
    expect(await eventsOf(tenantId, "rule.stopped")).toHaveLength(1);
  });
});
