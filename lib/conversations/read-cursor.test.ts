import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { eraseContact } from "@/lib/privacy";
import { listEvents } from "@/lib/realtime";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { listConversations, markConversationUnread, moveReadCursor, readConversation } from "./index";
import { ListConversations } from "./schemas";

async function makeRead() {
  const tenant = await makeTenant({ channel: true });
  const made = await makeConversation(tenant, { lastActivityAt: new Date(Date.now() - 60_000) });
  const laterId = newId();
  const later = new Date();
  await withTenant(tenant, (tx) =>
    tx.insert(messages).values({
      ...{ tenantId: tenant.tenantId, id: laterId, conversationId: made.id, contactId: made.contactId },
      ...{ channelId: tenant.channel.id, direction: "in", author: "contact", type: "text", preview: "And?" },
      ...{ content: { type: "text", text: { body: "And?" } }, status: "received", at: later },
    }),
  );
  const conversationId = made.id;
  const read = (messageId: string) => moveReadCursor(tenant.agent, { conversationId, messageId });
  return { ...tenant, ...made, conversationId, laterId, later: later.toISOString(), read };
}

test("how far a member has read is theirs, on whatever device, and never goes back", async () => {
  const { agent, owner, conversationId, messageId, laterId, later, read } = await makeRead();
  await read(laterId);
  expect(await read(messageId)).toMatchObject({ readUpTo: later });
  expect(await readConversation(agent, { conversationId })).toMatchObject({ readUpTo: later, unreadCount: 1 });
  expect(await readConversation(owner, { conversationId })).toMatchObject({ readUpTo: null });
});

test("a list of what is unread leaves out what the asker has seen, whatever the team has not read", async () => {
  const { agent, owner, conversationId, messageId, laterId, read } = await makeRead();
  await ownerQuery("update conversations set last_message_id = $2 where id = $1", [conversationId, laterId]);
  const listed = async (actor: typeof agent, unread: "yes" | "no") =>
    (await listConversations(actor, ListConversations.input.parse({ unread }))).items.map(({ id }) => id);
  await read(messageId);
  expect([await listed(agent, "yes"), await listed(agent, "no")]).toEqual([[conversationId], []]);
  await read(laterId);
  expect([await listed(agent, "yes"), await listed(agent, "no")]).toEqual([[], [conversationId]]);
  expect([await listed(owner, "yes"), await listed(owner, "no")]).toEqual([[conversationId], []]);
});

test("each move is told once, and to the member alone", async () => {
  const { agent, owner, laterId, read } = await makeRead();
  await read(laterId);
  await read(laterId);
  const seenBy = async (actor: typeof agent) =>
    (await listEvents(actor, { after: "0.0", limit: 100 })).items.filter(({ type }) => type === "conversation.seen");
  expect(await seenBy(agent)).toHaveLength(1);
  expect(await seenBy(owner)).toEqual([]);
});

test("marking a conversation unread makes it new again for everybody", async () => {
  const { agent, owner, conversationId, laterId, read } = await makeRead();
  await read(laterId);
  await markConversationUnread(owner, { conversationId });
  expect(await readConversation(agent, { conversationId })).toMatchObject({ readUpTo: null });
});

test("a message of another conversation moves nothing, and a key has read nothing", async () => {
  const { agent, messageId, ...tenant } = await makeRead();
  const other = await makeConversation(tenant);
  await expect(moveReadCursor(agent, { conversationId: other.id, messageId })).rejects.toMatchObject({
    code: "message_not_found",
  });
  const key = { ...agent, kind: "api_key" as const };
  await expect(moveReadCursor(key, { conversationId: other.id, messageId: other.messageId })).rejects.toMatchObject({
    code: "members_only",
  });
});

test("what was read of a person goes with the person", async () => {
  const { admin, contactId, laterId, read, tenantId } = await makeRead();
  await read(laterId);
  await eraseContact(admin, { contactId });
  expect(await ownerQuery("select from read_cursors where tenant_id = $1", [tenantId])).toEqual([]);
});
