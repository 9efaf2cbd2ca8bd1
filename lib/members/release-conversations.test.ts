import { expect, test } from "vitest";
import { assignConversation, readConversation, snoozeConversation } from "@/lib/conversations";
import { makeConversation } from "@/test/conversations";
import { listTypes } from "@/test/events";
import { makeMember, makeTenant } from "@/test/factories";
import { editMember } from "./index";

test("what a deactivated member had goes back to its department's queue; what they put aside sleeps on", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales] = tenant.departments;
  const leaving = await makeMember(tenant, { role: "agent", departmentIds: [sales.id] });
  const held = { assigneeId: leaving.id, departmentId: sales.id };
  const open = await makeConversation(tenant, held);
  const asleep = await makeConversation(tenant, held);
  const done = await makeConversation(tenant, { ...held, state: "resolved" });
  const others = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  await snoozeConversation(leaving, { conversationId: asleep.id, until: { kind: "monday" } });
  await editMember(tenant.admin, { memberId: leaving.id, status: "deactivated" });
  const read = (conversationId: string) => readConversation(tenant.owner, { conversationId });
  expect(await read(open.id)).toMatchObject({ state: "queued", assignee: null, department: { id: sales.id } });
  expect(await read(asleep.id)).toMatchObject({ state: "snoozed", assignee: null });
  expect(await read(done.id)).toMatchObject({ state: "resolved", assignee: { id: leaving.id } });
  expect(await read(others.id)).toMatchObject({ assignee: { id: tenant.agent.id } });
  expect(await listTypes(tenant.tenantId, open.id)).toEqual(["conversation.queued"]);
});

test("whoever is given a conversation while they leave does not keep it", async () => {
  const tenant = await makeTenant({ channel: true });
  for (let round = 0; round < 8; round += 1) {
    const leaving = await makeMember(tenant, { role: "agent" });
    const { id: conversationId } = await makeConversation(tenant);
    await Promise.allSettled([
      assignConversation(tenant.manager, { conversationId, assigneeId: leaving.id }),
      editMember(tenant.admin, { memberId: leaving.id, status: "deactivated" }),
    ]);
    expect(await readConversation(tenant.owner, { conversationId })).toMatchObject({ state: "queued", assignee: null });
  }
});
