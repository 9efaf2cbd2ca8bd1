import { expect, test } from "vitest";
import { setAvailability } from "@/lib/availability";
import { readConversation } from "@/lib/conversations";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { announceMessage, makeRule, ruleScene, settleRules } from "@/test/rules";

const goes = (person: Parameters<typeof setAvailability>[0], state: "online" | "offline") =>
  setAvailability(person, { memberId: "me", state });

test("a rule gives nothing to who is not there: it waits in the queue for them first, and the trace says why", async () => {
  const { tenantId, admin, agent, departments, conversationId, receives, runsOf, now } = await ruleScene();
  const departmentId = departments[1].id;
  const rule = await makeRule(admin, { does: [{ kind: "assign", assigneeId: agent.id, departmentId }] });
  await receives();
  expect(await now()).toMatchObject({ state: "queued", assignee: null, department: { id: departmentId } });
  expect((await runsOf(rule.id))[0]?.trace.actions).toMatchObject([
    { outcome: "refused", refusal: { code: "assignee_not_online" } },
  ]);
  const [row] = await ownerQuery("select last_assignee_id from conversations where tenant_id = $1 and id = $2", [
    tenantId,
    conversationId,
  ]);
  expect(row).toEqual({ last_assignee_id: agent.id });
  await goes(agent, "online");
  await receives();
  expect(await now()).toMatchObject({ state: "open", assignee: { id: agent.id } });
});

test("a rule gives nobody more than they can take, also when it runs for many at once", async () => {
  const { tenantId, admin, agent, owner, channel, conversation, runsOf } = await ruleScene();
  await goes(agent, "online");
  await ownerQuery("update members set capacity = 1 where id = $1", [agent.id]);
  const rule = await makeRule(admin, { does: [{ kind: "assign", assigneeId: agent.id }] });
  const all = [
    conversation,
    await makeConversation({ tenantId, channel }),
    await makeConversation({ tenantId, channel }),
  ];
  for (const each of all) await announceMessage({ tenantId }, each);
  await Promise.all([settleRules({ tenantId }), settleRules({ tenantId })]);
  const states = await Promise.all(all.map(({ id }) => readConversation(owner, { conversationId: id })));
  expect(states.map(({ state }) => state).sort()).toEqual(["open", "queued", "queued"]);
  const codes = (await runsOf(rule.id)).map(({ trace }) => trace.actions[0]?.refusal?.code);
  expect(codes.filter((code) => code === "assignee_full")).toHaveLength(2);
});
