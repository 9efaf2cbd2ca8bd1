import { expect, test } from "vitest";
import { assignConversation, listTimeline, readConversation } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { listMessages, sendMessage } from "@/lib/messages";
import { listNotes, writeNote } from "@/lib/notes";
import { makeConversation } from "@/test/conversations";
import { makeMember, makeTenant } from "@/test/factories";
import { readThread } from "./index";
import { firstPages } from "./types";

test("a thread says what its conversation and its lists say, each from the newest", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, { text: "Where is my order?" });
  await assignConversation(tenant.manager, { conversationId, assigneeId: tenant.agent.id });
  await writeNote(tenant.agent, { conversationId, body: "Looks into it", mentionIds: [] });
  const text = { body: "On its way." };
  for (let count = 0; count <= firstPages.messages; count += 1) {
    await sendMessage(tenant.agent, { conversationId, clientId: newId(), type: "text", text });
  }
  const thread = await readThread(tenant.agent, { conversationId });
  expect(thread).toEqual({
    conversation: await readConversation(tenant.agent, { conversationId }),
    messages: await listMessages(tenant.agent, { conversationId, limit: firstPages.messages }),
    notes: await listNotes(tenant.agent, { conversationId, limit: firstPages.notes }),
    timeline: await listTimeline(tenant.agent, { conversationId, limit: firstPages.timeline }),
  });
  const cursor = thread.messages.nextCursor ?? undefined;
  const older = await listMessages(tenant.agent, { conversationId, cursor, limit: firstPages.messages });
  expect([thread.messages.items.length, older.items.length]).toEqual([firstPages.messages, 2]);
});

test("nobody reads the thread of a conversation that is hidden from them", async () => {
  const tenant = await makeTenant({ channel: true });
  const [department] = tenant.departments;
  const plan = { assigneeId: tenant.manager.id, departmentId: department.id };
  const { id: conversationId } = await makeConversation(tenant, plan);
  const other = await makeMember(tenant, { role: "agent" });
  await expect(readThread(other, { conversationId })).rejects.toThrow("conversation");
});
