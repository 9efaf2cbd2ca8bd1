import { describe, expect, test } from "vitest";
import { setAvailability } from "@/lib/availability";
import {
  actOnConversations,
  assignConversation,
  reopenConversation,
  resolveConversation,
  snoozeConversation,
  undoAct,
  wakeConversation,
} from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { createMacro, runMacro } from "@/lib/macros";
import { sendMessage } from "@/lib/messages";
import { createSkill, listRoutingDecisions, readRoutingDecision, setConversationSkills } from "@/lib/routing";
import { transferConversation } from "@/lib/transfers";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { goes } from "@/test/routing";
import { makeRule, ruleScene } from "@/test/rules";

type Tenant = Awaited<ReturnType<typeof scene>>;

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const departmentId = tenant.departments[0].id;
  const arrive = async () => (await makeConversation(tenant, { departmentId })).id;
  return { ...tenant, departmentId, arrive };
}

const page = { cursor: undefined, limit: 50 };

/** The decisions of a conversation, the latest first; each is the one that the event of its assignment names. */
async function decisionsOf({ tenantId, owner }: Pick<Tenant, "tenantId" | "owner">, conversationId: string) {
  const { items } = await listRoutingDecisions(owner, { ...page, conversationId });
  const named = await ownerQuery<{ id: string }>(
    `select payload->>'decisionId' as id from events where tenant_id = $1 and conversation_id = $2
       and type = 'conversation.assigned' order by at desc, seq desc`,
    [tenantId, conversationId],
  );
  expect(named.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  return items;
}

describe("an assignment by hand keeps who did it, and by what way", () => {
  test("claimed: how long the customer had waited, and how much whoever took it had", async () => {
    const tenant = await scene();
    const { agent, owner, departments, arrive } = tenant;
    const skill = await createSkill(owner, { name: "Billing" });
    await setAvailability(agent, { memberId: "me", state: "online" });
    await assignConversation(agent, { conversationId: await arrive(), assigneeId: "me" });
    const conversationId = await arrive();
    await setConversationSkills(owner, { conversationId, skillIds: [skill.id] });
    await ownerQuery("update conversations set queued_since = now() - interval '5 minutes' where id = $1", [
      conversationId,
    ]);
    await assignConversation(agent, { conversationId, assigneeId: "me" });
    const [decision] = await decisionsOf(tenant, conversationId);
    expect(decision).toMatchObject({
      ...{ rule: "claimed", mode: "manual", place: null, skills: [skill], member: { id: agent.id } },
      department: { id: departments[0].id, name: "Sales" },
      candidates: [{ member: { name: "agent" }, loadPercent: 100, capacityPercent: 600, unfit: null }],
      hand: {
        actor: { kind: "member", id: agent.id, name: "agent" },
        from: { member: null, department: { name: "Sales" } },
        through: null,
      },
    });
    expect(Math.abs((decision?.waitedSeconds ?? 0) - 300)).toBeLessThan(30);
    expect(await readRoutingDecision(owner, { decisionId: decision?.id ?? "" })).toEqual(decision);
  });

  test("taken over, given, and handed on: from whom, and what stood against whoever got it", async () => {
    const tenant = await scene();
    const { agent, manager, owner, departments } = tenant;
    const conversationId = await tenant.arrive();
    await ownerQuery("update members set capacity = 1 where id = $1", [agent.id]);
    await assignConversation(agent, { conversationId: await tenant.arrive(), assigneeId: "me" });
    await assignConversation(manager, { conversationId, assigneeId: agent.id });
    await assignConversation(manager, { conversationId, assigneeId: "me", expectedAssigneeId: agent.id });
    await transferConversation(manager, { conversationId, memberId: tenant.agent2.id, note: "Yours" });
    await assignConversation(owner, { conversationId, assigneeId: agent.id, departmentId: departments[1].id });
    expect(await decisionsOf(tenant, conversationId)).toMatchObject([
      {
        ...{ rule: "transferred", member: { name: "agent" }, department: { name: "Support" } },
        hand: { actor: { name: "owner" }, from: { member: { name: "agent2" }, department: { name: "Sales" } } },
      },
      { rule: "transferred", member: { name: "agent2" }, hand: { from: { member: { name: "manager" } } } },
      { rule: "takenOver", member: { name: "manager" }, hand: { from: { member: { name: "agent" } } } },
      { rule: "assigned", member: { name: "agent" }, hand: { actor: { name: "manager" }, from: { member: null } } },
    ]);
    const [last, , , first] = await decisionsOf(tenant, conversationId);
    for (const decision of [last, first]) expect(decision?.candidates).toMatchObject([{ unfit: "unavailable" }]);
    await setAvailability(agent, { memberId: "me", state: "online" });
    await assignConversation(owner, { conversationId, assigneeId: null });
    await assignConversation(owner, { conversationId, assigneeId: agent.id });
    expect((await decisionsOf(tenant, conversationId))[0]?.candidates).toMatchObject([
      { loadPercent: 100, capacityPercent: 100, unfit: "full" },
    ]);
  });

  test("with others at once, by a macro, and by answering where nobody had it", async () => {
    const tenant = await scene();
    const { agent, manager } = tenant;
    const some = [await tenant.arrive(), await tenant.arrive()];
    await actOnConversations(manager, { conversationIds: some, act: { kind: "assign", assigneeId: agent.id } });
    for (const id of some) {
      expect(await decisionsOf(tenant, id)).toMatchObject([{ rule: "assigned", hand: { through: { kind: "bulk" } } }]);
    }
    const macro = await createMacro(manager, {
      ...({ scope: "workspace", name: "Mine" } as const),
      actions: [{ kind: "assign", assigneeId: "me" }],
    });
    const byMacro = await tenant.arrive();
    await runMacro(agent, { macroId: macro.id, conversationIds: [byMacro] });
    const through = { kind: "macro", id: macro.id, name: "Mine" };
    expect(await decisionsOf(tenant, byMacro)).toMatchObject([{ rule: "claimed", hand: { through } }]);
    const answered = await tenant.arrive();
    await ownerQuery("update conversations set queued_since = now() - interval '2 minutes' where id = $1", [answered]);
    await sendMessage(agent, { conversationId: answered, clientId: newId(), type: "text", text: { body: "Hello" } });
    const [decision] = await decisionsOf(tenant, answered);
    expect(decision).toMatchObject({ rule: "answered", hand: { actor: { id: agent.id }, through: null } });
    expect(decision?.candidates).toMatchObject([{ loadPercent: 300 }]);
    expect(decision?.waitedSeconds).toBeGreaterThan(100);
  });

  test("by a rule, with the run that did it", async () => {
    const tenant = await ruleScene();
    const { admin, agent, conversationId, receives, runsOf } = tenant;
    await goes(agent, "online");
    const rule = await makeRule(admin, { name: "To the agent", does: [{ kind: "assign", assigneeId: agent.id }] });
    await receives();
    const [run] = await runsOf(rule.id);
    expect(await decisionsOf(tenant, conversationId)).toMatchObject([
      {
        ...{ rule: "assigned", member: { id: agent.id } },
        hand: {
          actor: { kind: "system", name: null },
          through: { kind: "rule", id: rule.id, name: "To the agent", runId: run?.id },
        },
      },
    ]);
  });

  test("opened again, and taken back", async () => {
    const tenant = await scene();
    const { agent, manager } = tenant;
    const conversationId = await tenant.arrive();
    await assignConversation(agent, { conversationId, assigneeId: "me" });
    await resolveConversation(agent, { conversationId });
    await reopenConversation(manager, { conversationId });
    const undoId = newId();
    await assignConversation(manager, { conversationId, assigneeId: null, undoId });
    await undoAct(manager, { undoId });
    expect(await decisionsOf(tenant, conversationId)).toMatchObject([
      { rule: "undone", member: { name: "manager" } },
      { rule: "reopened", member: { name: "manager" }, hand: { from: { member: { name: "agent" } } } },
      { rule: "claimed", member: { name: "agent" } },
    ]);
  });
});

test("what stays in the same hands, or goes to a queue, is no assignment and keeps no decision", async () => {
  const tenant = await scene();
  const { agent } = tenant;
  const conversationId = await tenant.arrive();
  await assignConversation(agent, { conversationId, assigneeId: "me" });
  await assignConversation(agent, { conversationId, assigneeId: "me" });
  await snoozeConversation(agent, { conversationId, until: { kind: "reply" } });
  await wakeConversation(agent, { conversationId });
  await assignConversation(agent, { conversationId, assigneeId: null });
  expect(await decisionsOf(tenant, conversationId)).toHaveLength(1);
});
