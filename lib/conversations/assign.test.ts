import { expect, test } from "vitest";
import { makeConversation } from "@/test/conversations";
import { listTypes } from "@/test/events";
import { makeMember, makeTenant } from "@/test/factories";
import { assignConversation, readConversation, resolveConversation } from "./index";

const claim = (conversationId: string) => ({ conversationId, assigneeId: "me" as const });

test("an agent claims a queued conversation, and the log says so", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant);
  const claimed = await assignConversation(tenant.agent, claim(id));
  expect(claimed).toMatchObject({ state: "open", assignee: { id: tenant.agent.id, name: "agent" } });
  expect(await listTypes(tenant.tenantId, id)).toEqual(["conversation.dequeued", "conversation.assigned"]);
});

test("of two agents who claim at once one wins, and the other is told who", async () => {
  const tenant = await makeTenant({ channel: true });
  for (let round = 0; round < 20; round += 1) {
    const { id } = await makeConversation(tenant);
    const claims = await Promise.allSettled([
      assignConversation(tenant.agent, claim(id)),
      assignConversation(tenant.agent2, claim(id)),
    ]);
    const won = claims.findIndex(({ status }) => status === "fulfilled");
    const winner = won === 0 ? tenant.agent : tenant.agent2;
    expect(claims[1 - won]).toMatchObject({
      status: "rejected",
      reason: { kind: "conflict", code: "conversation_taken", details: { assignee: { id: winner.id } } },
    });
    expect((await readConversation(tenant.owner, { conversationId: id })).assignee?.id).toBe(winner.id);
  }
});

test("claiming what one has already changes nothing", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  await assignConversation(tenant.agent, claim(id));
  expect(await listTypes(tenant.tenantId, id)).toEqual([]);
});

test("a colleague's conversation is taken over only by one who says whom they take it from", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const taken = { ...claim(id), expectedAssigneeId: tenant.agent.id };
  await expect(assignConversation(tenant.agent2, claim(id))).rejects.toMatchObject({ code: "conversation_taken" });
  expect((await assignConversation(tenant.agent2, taken)).assignee?.id).toBe(tenant.agent2.id);
});

test("an agent gives away their own conversation, but not a colleague's", async () => {
  const tenant = await makeTenant({ channel: true });
  const mine = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const theirs = await makeConversation(tenant, { assigneeId: tenant.agent2.id });
  const give = (conversationId: string) => ({ conversationId, assigneeId: tenant.admin.id });
  expect((await assignConversation(tenant.agent, give(mine.id))).assignee?.id).toBe(tenant.admin.id);
  await expect(assignConversation(tenant.agent, give(theirs.id))).rejects.toMatchObject({ kind: "forbidden" });
  expect((await assignConversation(tenant.manager, give(theirs.id))).assignee?.id).toBe(tenant.admin.id);
});

test("putting a conversation back makes it queued and nobody's", async () => {
  const tenant = await makeTenant({ channel: true });
  const [, support] = tenant.departments;
  const { id } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const back = await assignConversation(tenant.agent, {
    conversationId: id,
    assigneeId: null,
    departmentId: support.id,
  });
  expect(back).toMatchObject({ state: "queued", assignee: null, department: { name: "Support" } });
  expect(await listTypes(tenant.tenantId, id)).toEqual(["conversation.transferred", "conversation.queued"]);
});

test("a resolved conversation cannot be assigned", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant);
  await resolveConversation(tenant.agent, { conversationId: id });
  await expect(assignConversation(tenant.agent, claim(id))).rejects.toMatchObject({ code: "conversation_resolved" });
});

test("nobody is assigned who is not an active member of the workspace, nor a department of another", async () => {
  const tenant = await makeTenant({ channel: true });
  const stranger = await makeTenant();
  const { id } = await makeConversation(tenant);
  const to = (assigneeId: string) => assignConversation(tenant.owner, { conversationId: id, assigneeId });
  await expect(to(stranger.agent.id)).rejects.toMatchObject({ kind: "not_found", code: "member_not_found" });
  const moved = { conversationId: id, assigneeId: null, departmentId: stranger.departments[0].id };
  await expect(assignConversation(tenant.owner, moved)).rejects.toMatchObject({ code: "department_not_found" });
});

test("a conversation that the visibility rule hides does not exist for the asker", async () => {
  const tenant = await makeTenant({ channel: true });
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [tenant.departments[1].id] });
  const { id } = await makeConversation(tenant, { departmentId: tenant.departments[1].id, assigneeId: colleague.id });
  await expect(assignConversation(tenant.agent, claim(id))).rejects.toMatchObject({ kind: "not_found" });
});

test("an API key cannot take a conversation for itself", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant);
  const key = { ...tenant.owner, kind: "api_key" as const };
  await expect(assignConversation(key, claim(id))).rejects.toMatchObject({ code: "not_a_member" });
});
