import { expect, test } from "vitest";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { reopenConversation, resolveConversation } from "./index";

test("resolving ends the waiting, once however often it is asked", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const resolve = () => resolveConversation(tenant.agent, { conversationId: id });
  const [first] = await Promise.all([resolve(), resolve(), resolve()]);
  expect(first).toMatchObject({ state: "resolved", waitingSince: null, unreadCount: 0 });
  expect(await listTypes(tenant.tenantId, id)).toEqual(["conversation.resolved"]);
});

test("a reopened conversation belongs to the member who opened it", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant, { state: "resolved" });
  const reopened = await reopenConversation(tenant.agent, { conversationId: id });
  expect(reopened).toMatchObject({ state: "open", resolvedAt: null, assignee: { id: tenant.agent.id } });
});

test("a conversation is not reopened beside a newer one of the same contact, and the answer names that one", async () => {
  const tenant = await makeTenant({ channel: true });
  const old = await makeConversation(tenant, { state: "resolved" });
  const { id: newer } = await makeConversation(tenant);
  await ownerQuery("update conversations set contact_id = $1 where id = $2", [old.contactId, newer]);
  await expect(reopenConversation(tenant.agent, { conversationId: old.id })).rejects.toMatchObject({
    kind: "conflict",
    code: "newer_conversation_open",
    details: { conversationId: newer },
  });
});
