import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { makeConversation } from "@/test/conversations";
import { makeMember, makeTenant } from "@/test/factories";
import { actOnConversations, readConversation, undoAct } from "./index";

test("one act reaches every conversation, and one undo takes it back from all", async () => {
  const tenant = await makeTenant({ channel: true });
  const label = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  const made = await Promise.all([1, 2, 3].map(() => makeConversation(tenant, { assigneeId: tenant.agent.id })));
  const conversationIds = made.map(({ id }) => id);
  const read = () =>
    Promise.all(conversationIds.map((conversationId) => readConversation(tenant.agent, { conversationId })));
  const before = await read();
  const undoId = newId();
  for (const act of [
    { kind: "label", add: [label.id], remove: [] },
    { kind: "snooze", until: { kind: "monday" } },
  ] as const) {
    const { results } = await actOnConversations(tenant.agent, { conversationIds, act: { ...act } as never, undoId });
    expect(results.map(({ outcome }) => outcome)).toEqual(["done", "done", "done"]);
  }
  expect(await read()).toMatchObject(before.map(() => ({ state: "snoozed", labels: [{ name: "Order" }] })));
  expect(await undoAct(tenant.agent, { undoId })).toEqual({ undone: 3, changedSince: 0 });
  expect(await read()).toEqual(before);
});

test("what one conversation refuses does not keep the others, and it says why", async () => {
  const tenant = await makeTenant({ channel: true });
  const colleague = await makeMember(tenant, { role: "agent" });
  const [, support] = tenant.departments;
  const mine = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const theirs = await makeConversation(tenant, { assigneeId: colleague.id });
  const done = await makeConversation(tenant, { state: "resolved" });
  const hidden = await makeConversation(tenant, { departmentId: support.id, assigneeId: colleague.id });
  const conversationIds = [theirs.id, done.id, hidden.id, mine.id];
  const { results } = await actOnConversations(tenant.agent, {
    conversationIds,
    act: { kind: "assign", assigneeId: tenant.manager.id },
  });
  expect(results).toMatchObject([
    { conversationId: theirs.id, outcome: "refused", code: "permission_missing" },
    { conversationId: done.id, outcome: "refused" },
    { conversationId: hidden.id, outcome: "refused", code: "conversation_not_found" },
    { conversationId: mine.id, outcome: "done", code: null },
  ]);
});

test("a conversation that is named twice is acted on once", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant);
  const act = { kind: "resolve" } as const;
  const { results } = await actOnConversations(tenant.agent, { conversationIds: [id, id], act });
  expect(results).toHaveLength(1);
});
