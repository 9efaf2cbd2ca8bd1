import { expect, test } from "vitest";
import { editDepartment } from "@/lib/departments";
import { makeConversation } from "@/test/conversations";
import { makeTenant } from "@/test/factories";
import { readConversation, reopenConversation, resolveConversation } from "./index";

async function scene(asks: { closingReasons?: string[]; asksClosingNote?: boolean }) {
  const tenant = await makeTenant({ channel: true });
  const [sales] = tenant.departments;
  await editDepartment(tenant.admin, { departmentId: sales.id, ...asks });
  const { id: conversationId } = await makeConversation(tenant, { departmentId: sales.id });
  return { ...tenant, conversationId };
}

test("a department that asks for a reason gets one of its own before a conversation is resolved", async () => {
  const { agent, conversationId } = await scene({ closingReasons: ["Answered", "No answer"] });
  for (const reason of [undefined, "Another"]) {
    const resolved = resolveConversation(agent, { conversationId, reason });
    await expect(resolved).rejects.toMatchObject({
      code: "closing_reason_needed",
      details: { reasons: ["Answered", "No answer"] },
    });
  }
  const resolved = await resolveConversation(agent, { conversationId, reason: "Answered" });
  expect(resolved).toMatchObject({ state: "resolved", closing: { reason: "Answered", note: null } });
});

test("a department that asks for a note gets one", async () => {
  const { agent, conversationId } = await scene({ asksClosingNote: true });
  await expect(resolveConversation(agent, { conversationId })).rejects.toMatchObject({ code: "closing_note_needed" });
  const resolved = await resolveConversation(agent, { conversationId, note: "Sent a new kettle" });
  expect(resolved.closing).toEqual({ reason: null, note: "Sent a new kettle" });
});

test("a department that asks for nothing gets what it is given, and what is reopened has not ended", async () => {
  const { agent, conversationId } = await scene({});
  await resolveConversation(agent, { conversationId });
  await reopenConversation(agent, { conversationId });
  await resolveConversation(agent, { conversationId, reason: "Answered" });
  await reopenConversation(agent, { conversationId });
  expect((await readConversation(agent, { conversationId })).closing).toBeNull();
});
