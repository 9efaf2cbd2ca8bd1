import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { makeMember, makeTenant } from "@/test/factories";
import { makeCustomer, textTo } from "@/test/sending";
import { listMessages, readMessage, sendMessage, sendMessageAgain } from "./index";

const tenant = await makeTenant({ channel: true });
const [sales] = tenant.departments;
const customer = await makeCustomer(tenant, tenant.channel, { departmentId: sales.id });
const message = await sendMessage(tenant.owner, textTo(customer));
const { conversationId } = customer;

const stranger = await makeTenant();

const attempts: [string, (asker: typeof tenant.agent) => Promise<unknown>][] = [
  ["list", (asker) => listMessages(asker, { conversationId, limit: 5 })],
  ["read", (asker) => readMessage(asker, { conversationId, messageId: message.id })],
  ["send", (asker) => sendMessage(asker, textTo(customer))],
  ["send again", (asker) => sendMessageAgain(asker, { conversationId, messageId: message.id, clientId: newId() })],
];

test.each(attempts)(
  "another tenant's conversation does not exist for a stranger who wants to %s",
  async (_, attempt) => {
    for (const asker of [stranger.owner, stranger.agent]) {
      await expect(attempt(asker)).rejects.toMatchObject({ kind: "not_found" });
    }
  },
);

test.each(attempts)(
  "another department's conversation does not exist for a member who wants to %s",
  async (_, attempt) => {
    await expect(attempt(tenant.agent2)).rejects.toMatchObject({ kind: "not_found" });
  },
);

test("a member of the department, and whoever sees all, may read and answer", async () => {
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [sales.id] });
  for (const asker of [tenant.agent, colleague, tenant.manager]) {
    expect((await sendMessage(asker, textTo(customer))).author.id).toBe(asker.id);
    expect((await listMessages(asker, { conversationId, limit: 5 })).items[0]?.author.id).toBe(asker.id);
  }
});

test("a message of another conversation is not in this one", async () => {
  const other = await makeCustomer(tenant, tenant.channel);
  const misplaced = readMessage(tenant.owner, { conversationId: other.conversationId, messageId: message.id });
  await expect(misplaced).rejects.toMatchObject({ kind: "not_found" });
});

test("a key without the scope to answer may not send", async () => {
  const key = { ...tenant.agent, kind: "api_key" as const, scopes: ["conversations.read" as const] };
  await expect(sendMessage(key, textTo(customer))).rejects.toMatchObject({ kind: "forbidden" });
});
