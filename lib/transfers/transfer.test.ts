import { expect, test } from "vitest";
import { countConversations, readConversation, resolveConversation } from "@/lib/conversations";
import { listNotes } from "@/lib/notes";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { transferConversation } from "./index";

const page = { limit: 50 };

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  const mine = { assigneeId: tenant.agent.id, departmentId: sales.id };
  const { id: conversationId } = await makeConversation(tenant, mine);
  return { ...tenant, support, conversationId };
}

test("whoever gets a conversation gets the note with it, and is called by it", async () => {
  const { agent, agent2, conversationId } = await scene();
  const note = "Wants to know about the blue one";
  const given = await transferConversation(agent, { conversationId, memberId: agent2.id, note });
  expect(given).toMatchObject({ state: "open", assignee: { id: agent2.id } });
  expect(await countConversations(agent2)).toMatchObject({ mine: 1, mentions: 1 });
  expect((await listNotes(agent2, { conversationId, ...page })).items).toMatchObject([
    { body: note, author: { id: agent.id }, mentions: [{ id: agent2.id }] },
  ]);
});

test("given to a department it waits in its queue, out of the giver's sight, with the note", async () => {
  const { agent, agent2, support, conversationId } = await scene();
  await transferConversation(agent, { conversationId, departmentId: support.id, note: "Broken on arrival" });
  await expect(readConversation(agent, { conversationId })).rejects.toMatchObject({ kind: "not_found" });
  expect(await readConversation(agent2, { conversationId })).toMatchObject({ state: "queued", assignee: null });
  expect((await listNotes(agent2, { conversationId, ...page })).items).toHaveLength(1);
});

test("a transfer that cannot be leaves no note behind", async () => {
  const { agent, agent2, tenantId, conversationId } = await scene();
  await resolveConversation(agent, { conversationId });
  const given = transferConversation(agent, { conversationId, memberId: agent2.id, note: "Hello" });
  await expect(given).rejects.toMatchObject({ code: "conversation_resolved" });
  expect(await ownerQuery("select from notes where tenant_id = $1", [tenantId])).toEqual([]);
});

test("an agent transfers their own conversation, not a colleague's", async () => {
  const { agent, agent2, manager, ...tenant } = await scene();
  const { id: conversationId } = await makeConversation(tenant, { assigneeId: manager.id });
  const given = transferConversation(agent, { conversationId, memberId: agent2.id });
  await expect(given).rejects.toMatchObject({ kind: "forbidden" });
});
