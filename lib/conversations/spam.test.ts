import { expect, test } from "vitest";
import { makeConversation } from "@/test/conversations";
import { makeTenant } from "@/test/factories";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";
import { countConversations, listConversations, markSpam, readConversation } from "./index";
import { ListConversations } from "./schemas";

const asked = (filters: Record<string, unknown> = {}) => ListConversations.input.parse(filters);

test("spam is in no list and no count but its own", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  await markSpam(tenant.agent, { conversationId, isSpam: true });
  for (const view of ["mine", "all", "unassigned", "resolved", "snoozed"]) {
    expect((await listConversations(tenant.agent, asked({ view }))).items, view).toEqual([]);
  }
  expect((await listConversations(tenant.agent, asked({ view: "spam" }))).items).toMatchObject([{ isSpam: true }]);
  expect(await countConversations(tenant.agent)).toMatchObject({ all: 0, unassigned: 0 });
});

test("more from the same sender stays with the spam and wakes nobody; without the mark it is a conversation again", async () => {
  const tenant = await makeTenant({ channel: true });
  const phone = "4915112345678";
  const write = (body: string, timestamp: string) =>
    receive(tenant.channel, messagesBody(tenant.channel, { messages: [textMessage({ phone }, { body, timestamp })] }));
  await write("Win a prize", secondsAgo(90));
  const [first] = (await listConversations(tenant.owner, asked())).items;
  const conversationId = first?.id ?? "";
  await markSpam(tenant.agent, { conversationId, isSpam: true });
  await write("Last chance", secondsAgo(5));
  const spam = await readConversation(tenant.agent, { conversationId });
  expect(spam).toMatchObject({ state: "resolved", isSpam: true, unreadCount: 0, lastMessage: { text: "Last chance" } });
  expect((await listConversations(tenant.owner, asked())).items).toEqual([]);
  const back = await markSpam(tenant.agent, { conversationId, isSpam: false });
  expect(back).toMatchObject({ state: "queued", isSpam: false, resolvedAt: null });
});
