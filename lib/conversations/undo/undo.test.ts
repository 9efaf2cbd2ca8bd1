import { expect, test } from "vitest";
import {
  assignConversation,
  labelConversation,
  markSpam,
  prioritiseConversation,
  readConversation,
  resolveConversation,
  snoozeConversation,
  undoAct,
} from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { editMember } from "@/lib/members";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestTenant } from "@/test/factories";

type Place = { conversationId: string; undoId: string };

const acts: [string, (tenant: TestTenant, place: Place) => Promise<unknown>][] = [
  ["a resolution", ({ agent }, place) => resolveConversation(agent, place)],
  ["a snooze", ({ agent }, place) => snoozeConversation(agent, { ...place, until: { kind: "monday" } })],
  ["spam", ({ agent }, place) => markSpam(agent, { ...place, isSpam: true })],
  ["a priority", ({ agent }, place) => prioritiseConversation(agent, { ...place, priority: "urgent" })],
  [
    "a gift to a colleague",
    ({ agent, agent2 }, place) => assignConversation(agent, { ...place, assigneeId: agent2.id }),
  ],
  [
    "a move to another department's queue, out of the asker's sight",
    ({ agent, departments }, place) =>
      assignConversation(agent, { ...place, assigneeId: null, departmentId: departments[1].id }),
  ],
];

test.each(acts)("%s is taken back, and the conversation is what it was", async (_, act) => {
  const tenant = await makeTenant({ channel: true });
  const made = await makeConversation(tenant, { assigneeId: tenant.agent.id, departmentId: tenant.departments[0].id });
  const place = { conversationId: made.id, undoId: newId() };
  const before = await readConversation(tenant.owner, place);
  await act(tenant, place);
  expect(await readConversation(tenant.owner, place)).not.toEqual(before);
  expect(await undoAct(tenant.agent, place)).toEqual({ undone: 1, changedSince: 0 });
  expect(await readConversation(tenant.owner, place)).toEqual(before);
  await expect(undoAct(tenant.agent, place)).rejects.toMatchObject({ kind: "not_found" });
});

test("several changes under one id are taken back together, labels too", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const label = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  const place = { conversationId, undoId: newId() };
  const before = await readConversation(tenant.agent, place);
  await labelConversation(tenant.agent, { ...place, add: [label.id], remove: [] });
  await prioritiseConversation(tenant.agent, { ...place, priority: "high" });
  await resolveConversation(tenant.agent, place);
  await undoAct(tenant.agent, place);
  expect(await readConversation(tenant.agent, place)).toEqual(before);
});

test("what a colleague has changed since stays as it is", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const place = { conversationId, undoId: newId() };
  await assignConversation(tenant.agent, { ...place, assigneeId: tenant.agent2.id });
  await prioritiseConversation(tenant.agent2, { conversationId, priority: "low" });
  expect(await undoAct(tenant.agent, place)).toEqual({ undone: 0, changedSince: 1 });
  expect((await readConversation(tenant.owner, place)).assignee?.id).toBe(tenant.agent2.id);
});

test("nobody takes back what another did, nor what is too long ago", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const place = { conversationId, undoId: newId() };
  await resolveConversation(tenant.agent, place);
  await expect(undoAct(tenant.owner, place)).rejects.toMatchObject({ kind: "not_found" });
  await ownerQuery("update undo_steps set at = at - interval '11 minutes' where undo_id = $1", [place.undoId]);
  await expect(undoAct(tenant.agent, place)).rejects.toMatchObject({ kind: "not_found" });
});

test("a conversation is not given back to somebody who has left since", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, { assigneeId: tenant.agent2.id });
  const place = { conversationId, undoId: newId() };
  await assignConversation(tenant.manager, { ...place, assigneeId: tenant.agent.id });
  await editMember(tenant.admin, { memberId: tenant.agent2.id, status: "deactivated" });
  expect(await undoAct(tenant.manager, place)).toEqual({ undone: 0, changedSince: 1 });
});

test("a resolution is not taken back beside a newer conversation of the customer", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId, contactId } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const place = { conversationId, undoId: newId() };
  await resolveConversation(tenant.agent, place);
  await ownerQuery(
    `insert into conversations (tenant_id, contact_id, channel_id, state, opened_at, last_activity_at)
     values ($1, $2, $3, 'queued', now(), now())`,
    [tenant.tenantId, contactId, tenant.channel.id],
  );
  expect(await undoAct(tenant.agent, place)).toEqual({ undone: 0, changedSince: 1 });
});
