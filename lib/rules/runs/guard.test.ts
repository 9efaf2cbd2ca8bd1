import { describe, expect, test } from "vitest";
import { prioritiseConversation } from "@/lib/conversations";
import { listRuleRuns, readRule, readRuleRun } from "@/lib/rules";
import type { Condition, RuleAction } from "@/lib/rules/types";
import { announceMessage, eventsOf, makeRule, ruleScene, settleRules } from "@/test/rules";

const page = { limit: 50 };

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
