import { expect, test } from "vitest";
import { listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { searchWorkspace } from "@/lib/search";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { messagesBody, receive, secondsAgo } from "@/test/webhooks";
import { listMessages } from "./index";

const all = ListConversations.input.parse({});
const from = "4915112345678";

async function makeThread(content: Record<string, unknown>[]) {
  const tenant = await makeTenant({ channel: true });
  const messages = content.map((each, at) => ({
    from,
    id: `wamid.GIST${tenant.tenantId}${at}`,
    timestamp: secondsAgo(60 - at),
    ...each,
  }));
  await receive(tenant.channel, messagesBody(tenant.channel, { messages }));
  return tenant;
}

const order = {
  type: "order",
  order: {
    catalog_id: "1",
    product_items: Array.from({ length: 3 }, () => ({
      product_retailer_id: "a",
      quantity: 1,
      item_price: 1,
      currency: "EUR",
    })),
  },
};

test("a message without words says what it is by a kind and its figures, in lists, threads and what was found", async () => {
  const { owner } = await makeThread([order]);
  const gist = { kind: "order", count: 3 };
  const [conversation] = (await listConversations(owner, all)).items;
  expect(conversation?.lastMessage).toMatchObject({ text: "Order of 3 items", gist });
  const thread = await listMessages(owner, { conversationId: conversation?.id ?? "", limit: 10 });
  expect(thread.items).toMatchObject([{ text: "Order of 3 items", gist }]);
  const found = await searchWorkspace(owner, { q: "order", limit: 10, timeZone: "UTC" });
  expect(found.messages.items).toMatchObject([{ snippet: { text: "Order of 3 items" }, gist }]);
});

test("what somebody wrote is shown as it is", async () => {
  const { owner } = await makeThread([{ type: "text", text: { body: "Photo" } }]);
  const [conversation] = (await listConversations(owner, all)).items;
  expect(conversation?.lastMessage).toMatchObject({ text: "Photo", gist: null });
});

test("a quote says what it quotes, also of a message from before, whose stored line was another", async () => {
  const tenant = await makeThread([order]);
  await ownerQuery("update messages set preview = 'Shopping cart' where tenant_id = $1", [tenant.tenantId]);
  const answer = {
    ...{ from, id: `wamid.GISTA${tenant.tenantId}`, timestamp: secondsAgo(5), type: "text", text: { body: "This" } },
    context: { from, id: `wamid.GIST${tenant.tenantId}0` },
  };
  await receive(tenant.channel, messagesBody(tenant.channel, { messages: [answer] }));
  const [conversation] = (await listConversations(tenant.owner, all)).items;
  const thread = await listMessages(tenant.owner, { conversationId: conversation?.id ?? "", limit: 10 });
  expect(thread.items.find(({ type }) => type === "text")?.quoted).toMatchObject({
    text: "Shopping cart",
    gist: { kind: "order", count: 3 },
  });
});

test("of a message whose content was cleared the stored line is shown", async () => {
  const tenant = await makeThread([order]);
  await ownerQuery(`update messages set content = '{"type":"order"}' where tenant_id = $1`, [tenant.tenantId]);
  const [conversation] = (await listConversations(tenant.owner, all)).items;
  expect(conversation?.lastMessage).toMatchObject({ text: "Order of 3 items", gist: null });
});
