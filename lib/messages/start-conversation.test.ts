import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { eventsOf, eventually, makeScene, type Scene, sentBy, startMeta } from "@/test/sending";
import { syncDue } from "@/test/templates";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";
import { sendMessage, startConversation, startSending } from "./index";

let simulator: RunningSimulator;
let sending: Loop;

beforeAll(async () => {
  simulator = await startMeta();
  sending = startSending();
});

afterAll(async () => {
  await sending.stop();
  await simulator.close();
});

async function makeShop() {
  const scene = await makeScene(simulator);
  await syncDue();
  return scene;
}

let next = 1_000;
const freshPhone = () => {
  next += 1;
  return `1650555${next}`;
};

const text = (value: string) => ({ type: "text", text: value });
const template = {
  name: "order_confirmation",
  language: { code: "en_US" },
  components: [{ type: "body", parameters: [text("Sheena"), text("48213")] }],
};
const consent = { source: "in_person" as const, evidence: "Asked at the till on 20 November" };

const coupon = {
  name: "welcome_coupon",
  language: { code: "en" },
  components: [
    { type: "body", parameters: [text("Sheena"), text("15%")] },
    {
      type: "button",
      sub_type: "copy_code",
      index: "0",
      parameters: [{ type: "coupon_code", coupon_code: "LIGHT15" }],
    },
  ],
};

const startTo = ({ channel }: Scene, to: { phone: string } | { contactId: string }, more: object = {}) => ({
  ...{ clientId: newId(), channelId: channel.id, template, consent, ...to, ...more },
});

const rowsOf = (scene: Scene) =>
  Promise.all(
    ["contacts", "contact_identities", "conversations", "messages", "consents", "events"].map(async (table) => {
      const [row] = await ownerQuery<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`, [
        scene.tenantId,
      ]);
      return row?.n;
    }),
  );

test("a new number becomes a contact with a conversation in the agent's hands, and the template reaches it", async () => {
  const scene = await makeShop();
  const phone = freshPhone();
  const { conversation, message } = await startConversation(
    scene.agent,
    startTo(scene, { phone: `+${phone}` }, { name: "Sheena Nelson" }),
  );
  expect(conversation).toMatchObject({
    state: "open",
    contact: { name: "Sheena Nelson", phone },
    assignee: { id: scene.agent.id },
    windowClosesAt: null,
    waitingSince: null,
    lastMessage: { id: message.id, text: "Thank you, Sheena. Your order *48213* is confirmed." },
  });
  await eventually(async () => (await sentBy(simulator, scene.channel)).map(({ to }) => to)).toEqual([phone]);
  expect(await eventsOf(scene)).toEqual(
    expect.arrayContaining(["contact.created", "consent.changed", "conversation.opened", "message.queued"]),
  );
  const ledger = await ownerQuery("select purpose, state, source, evidence, actor from consents where tenant_id = $1", [
    scene.tenantId,
  ]);
  expect(ledger).toMatchObject([
    {
      purpose: "service",
      state: "granted",
      source: "in_person",
      evidence: { text: consent.evidence },
      actor: `member:${scene.agent.id}`,
    },
  ]);
});

test("the customer's tap on a button comes into the same conversation, which is open from then on", async () => {
  const scene = await makeShop();
  const phone = freshPhone();
  const { conversation } = await startConversation(scene.agent, startTo(scene, { phone: `+${phone}` }));
  await eventually(async () => (await sentBy(simulator, scene.channel)).length).toBe(1);
  const userId = "US.13491208655302741918";
  const contacts = [{ wa_id: phone, user_id: userId, profile: { name: "Sheena" } }];
  const { text: _, ...written } = textMessage({ phone, userId }, { timestamp: secondsAgo(0) });
  const [sent] = await sentBy(simulator, scene.channel);
  const tap = { type: "button", button: { text: "Change the address", payload: "Change the address" } };
  const messages = [{ ...written, ...tap, context: { from: "15550783881", id: sent?.wamid } }];
  await receive(scene.channel, messagesBody(scene.channel, { contacts, messages }));
  const rows = await ownerQuery<{ id: string; state: string; unread: number }>(
    `select id, state, unread_count as unread from conversations
     where tenant_id = $1 and contact_id = $2`,
    [scene.tenantId, conversation.contact.id],
  );
  expect(rows).toEqual([{ id: conversation.id, state: "open", unread: 1 }]);
  const answer = {
    conversationId: conversation.id,
    clientId: newId(),
    type: "text",
    text: { body: "You are welcome" },
  };
  expect(await sendMessage(scene.agent, answer)).toMatchObject({ status: "queued" });
});

test.each([
  ["5511987654321", "551187654321"],
  ["551187654321", "5511987654321"],
])("an answer from %s to a template that went to %s comes into the same conversation", async (from, to) => {
  const scene = await makeShop();
  const { conversation } = await startConversation(scene.agent, startTo(scene, { phone: `+${to}` }));
  await receive(
    scene.channel,
    messagesBody(scene.channel, { messages: [textMessage({ phone: from, userId: "BR.1" })] }),
  );
  const rows = await ownerQuery("select id, unread_count from conversations where tenant_id = $1 and id <> $2", [
    scene.tenantId,
    scene.customer.conversationId,
  ]);
  expect(rows).toEqual([{ id: conversation.id, unread_count: 1 }]);
  const again = await startConversation(scene.agent, startTo(scene, { phone: `+${from}` }));
  expect(again.conversation.contact.id).toBe(conversation.contact.id);
});

test("what the gate refuses leaves nothing behind: no contact, no conversation, no consent, no event", async () => {
  const scene = await makeShop();
  const before = await rowsOf(scene);
  const without = startTo(scene, { phone: `+${freshPhone()}` }, { consent: undefined });
  await expect(startConversation(scene.agent, without)).rejects.toMatchObject({ code: "service_consent_missing" });
  const paused = { name: "winter_offer", language: { code: "en" } };
  await expect(
    startConversation(scene.agent, startTo(scene, { phone: `+${freshPhone()}` }, { template: paused })),
  ).rejects.toMatchObject({ code: "template_paused" });
  const unfilled = { ...template, components: [] };
  await expect(
    startConversation(scene.agent, startTo(scene, { phone: `+${freshPhone()}` }, { template: unfilled })),
  ).rejects.toMatchObject({ code: "template_values_invalid" });
  expect(await rowsOf(scene)).toEqual(before);
  expect(await sentBy(simulator, scene.channel)).toEqual([]);
});

test("consent to marketing is recorded for a marketing template, and service does not stand in for it", async () => {
  const scene = await makeShop();
  const phone = `+${freshPhone()}`;
  await startConversation(scene.agent, startTo(scene, { phone }));
  await expect(
    startConversation(scene.agent, startTo(scene, { phone }, { template: coupon, consent: undefined })),
  ).rejects.toMatchObject({ code: "marketing_consent_missing" });
  await startConversation(scene.agent, startTo(scene, { phone }, { template: coupon }));
  const rows = await ownerQuery("select purpose from consents where tenant_id = $1 order by at", [scene.tenantId]);
  expect(rows).toEqual([{ purpose: "service" }, { purpose: "marketing" }]);
});

test("who wrote STOP is not begun with anew: not without the time of a newer consent, nor by their number", async () => {
  const scene = await makeShop();
  const phone = freshPhone();
  const { conversation } = await startConversation(scene.agent, startTo(scene, { phone: `+${phone}` }));
  const contactId = conversation.contact.id;
  const stop = textMessage({ phone, userId: "US.1" }, { body: "STOP", timestamp: secondsAgo(600) });
  await receive(scene.channel, messagesBody(scene.channel, { messages: [stop] }));
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();
  const before = (await rowsOf(scene)).slice(0, -1);
  for (const to of [{ contactId }, { phone: `+${phone}` }]) {
    const start = (at: string | undefined) =>
      startConversation(scene.agent, startTo(scene, to, { template: coupon, consent: { ...consent, at } }));
    await expect(start(undefined)).rejects.toMatchObject({ code: "consent_after_withdrawal" });
    await expect(start(ago(900))).rejects.toMatchObject({ code: "marketing_consent_withdrawn" });
  }
  expect((await rowsOf(scene)).slice(0, -1)).toEqual(before);
  const again = { template: coupon, consent: { ...consent, at: ago(60) } };
  expect((await startConversation(scene.agent, startTo(scene, { contactId }, again))).message.status).toBe("queued");
});

test("a blocked contact is not written to, whatever consent is brought", async () => {
  const scene = await makeShop();
  const { contactId } = scene.customer;
  await ownerQuery("update contacts set blocked_at = now() where id = $1", [contactId]);
  await expect(startConversation(scene.agent, startTo(scene, { contactId }))).rejects.toMatchObject({
    code: "contact_blocked",
  });
});

test("two clicks, one after the other or at once, are one contact, one conversation and one message", async () => {
  const scene = await makeShop();
  const click = startTo(scene, { phone: `+${freshPhone()}` });
  const started = await Promise.all(Array.from({ length: 5 }, () => startConversation(scene.agent, click)));
  started.push(await startConversation(scene.agent, click));
  expect(new Set(started.map(({ message }) => message.id)).size).toBe(1);
  expect(new Set(started.map(({ conversation }) => conversation.id)).size).toBe(1);
  await eventually(async () => (await sentBy(simulator, scene.channel)).length).toBe(1);
});

test("two agents who write to one new number at once share one contact and one conversation", async () => {
  const scene = await makeShop();
  const phone = `+${freshPhone()}`;
  const [one, other] = await Promise.all([
    startConversation(scene.agent, startTo(scene, { phone })),
    startConversation(scene.manager, startTo(scene, { phone })),
  ]);
  expect(one?.conversation.id).toBe(other?.conversation.id);
});

test("a contact with an open conversation is written to in it; one the agent may not see is said to be elsewhere", async () => {
  const scene = await makeShop();
  const { contactId, conversationId } = scene.customer;
  const started = await startConversation(scene.agent, startTo(scene, { contactId }));
  expect(started.conversation.id).toBe(conversationId);
  await ownerQuery("update conversations set assignee_id = $2, department_id = $3, state = 'open' where id = $1", [
    conversationId,
    scene.agent2.id,
    scene.departments[1].id,
  ]);
  await expect(startConversation(scene.agent, startTo(scene, { contactId }))).rejects.toMatchObject({
    code: "conversation_elsewhere",
  });
});

test("after a resolved conversation a new one begins", async () => {
  const scene = await makeShop();
  const { contactId, conversationId } = scene.customer;
  await ownerQuery("update conversations set state = 'resolved', resolved_at = now() where id = $1", [conversationId]);
  const { conversation } = await startConversation(scene.agent, startTo(scene, { contactId }));
  expect(conversation.id).not.toBe(conversationId);
  expect(conversation.contact.id).toBe(contactId);
});

test("a key's conversation waits in the queue", async () => {
  const scene = await makeShop();
  const key = { ...scene.agent, kind: "api_key" as const, id: newId() };
  const { conversation, message } = await startConversation(key, startTo(scene, { phone: `+${freshPhone()}` }));
  expect(conversation).toMatchObject({ state: "queued", assignee: null });
  expect(message.author.kind).toBe("api");
});

test.each([
  ["650", "too_short"],
  ["not a number", "letters"],
  ["+999 123 4567", "country_missing"],
  ["+1 111 111 1111", "invalid"],
])("%j is no number that can be written to, and why is said", async (phone, problem) => {
  const scene = await makeShop();
  await expect(startConversation(scene.agent, startTo(scene, { phone }))).rejects.toMatchObject({
    code: "phone_invalid",
    details: { problem },
    fields: [{ path: "phone" }],
  });
});

test("another workspace's number and contact are not found", async () => {
  const [scene, other] = [await makeShop(), await makeShop()];
  const stranger = await makeTenant({ channel: true });
  const phone = `+${freshPhone()}`;
  await expect(startConversation(stranger.owner, startTo(scene, { phone }))).rejects.toMatchObject({
    code: "channel_not_found",
  });
  const { contactId } = other.customer;
  await expect(startConversation(scene.owner, startTo(scene, { contactId }))).rejects.toMatchObject({
    code: "contact_not_found",
  });
});
