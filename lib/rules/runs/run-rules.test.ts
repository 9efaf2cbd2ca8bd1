import { describe, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { readEventsAfter } from "@/lib/events";
import { ruleEvents } from "@/lib/rules/types";
import { ownerQuery } from "@/test/database";
import { eventually, untilSettled } from "@/test/event-log";
import { goes } from "@/test/routing";
import { announceMessage, makeRule, ruleScene, settleRules } from "@/test/rules";
import { runRules } from "./run-rules";

describe("a rule", () => {
  test("whose process died after it gave the conversation away does the rest, whoever has it by now", async () => {
    const { admin, agent, conversationId, runsOf, receives, now, ...tenant } = await ruleScene();
    await goes(agent, "online");
    const rule = await makeRule(admin, {
      does: [
        { kind: "assign", assigneeId: agent.id },
        { kind: "resolve", reason: "Answered" },
      ],
    });
    await receives();
    await ownerQuery("update conversations set state = 'open', resolved_at = null, assignee_id = $2 where id = $1", [
      conversationId,
      admin.id,
    ]);
    await ownerQuery(
      `update rule_runs set trace = jsonb_set(jsonb_set(trace, '{actions,0,outcome}', '"pending"'), '{actions,1,outcome}', '"pending"')
       where rule_id = $1`,
      [rule.id],
    );
    await settleRules(tenant);
    expect(await runsOf(rule.id)).toMatchObject([
      { outcome: "done", trace: { actions: [{ outcome: "done" }, { outcome: "done" }] } },
    ]);
    expect(await now()).toMatchObject({ state: "resolved", assignee: { id: admin.id } });
  });

  test("does not wait for another workspace's, whose conversation somebody is at work on", async () => {
    const [held, free] = [await ruleScene(), await ruleScene()];
    for (const { admin } of [held, free]) await makeRule(admin, { does: [{ kind: "prioritise", priority: "high" }] });
    for (const { tenantId, conversation } of [held, free]) await announceMessage({ tenantId }, conversation);
    await untilSettled();
    const events = await Promise.all(
      [held, free].map((tenant) =>
        withTenant(tenant, (tx) => readEventsAfter(tx, { xid: "0", seq: "0" }, 100, { types: ruleEvents })),
      ),
    );
    const running = await withTenant(held, async (tx) => {
      await tx.$client.query("select from conversations where id = $1 for update", [held.conversationId]);
      const running = runRules(events.flat());
      await eventually(async () => expect(await free.now()).toMatchObject({ priority: "high" }));
      expect(await held.now()).toMatchObject({ priority: "normal" });
      return { running };
    });
    await running.running;
    expect(await held.now()).toMatchObject({ priority: "high" });
  });

  test("of a workspace that is suspended does not run", async () => {
    const { admin, receives, now, tenantId } = await ruleScene();
    await makeRule(admin, { does: [{ kind: "prioritise", priority: "high" }] });
    await ownerQuery("update tenants set status = 'suspended' where id = $1", [tenantId]);
    await receives();
    expect(await now()).toMatchObject({ priority: "normal" });
  });
});
