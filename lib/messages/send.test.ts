import { afterAll, beforeAll, expect, test } from "vitest";
import type { RefusedError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { DAY, HOUR } from "@/lib/time";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { eventually, holdBack, makeCustomer, makeScene, sentBy, startMeta, textTo } from "@/test/sending";
import { listMessages, readMessage, sendMessage, startSending } from "./index";

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

test("a text goes out to the customer and becomes accepted", async () => {
  const { agent, channel, customer } = await makeScene(simulator);
  const message = await sendMessage(agent, textTo(customer));
  expect(message).toMatchObject({
    status: "queued",
    direction: "out",
    text: "Good morning",
    author: { kind: "member", id: agent.id, name: agent.name },
  });
  await eventually(() => readMessage(agent, { ...customer, messageId: message.id })).toMatchObject({
    status: "accepted",
  });
  const [sent, ...more] = await sentBy(simulator, channel);
  expect(sent?.body).toMatchObject({ to: `+${customer.phone}`, type: "text", text: { body: "Good morning" } });
  expect(more).toEqual([]);
});

test("what was accepted leaves no body behind in the outbox", async () => {
  const { agent, tenantId, customer } = await makeScene(simulator);
  await sendMessage(agent, textTo(customer));
  await eventually(() => ownerQuery("select from outbox where tenant_id = $1", [tenantId])).toEqual([]);
});

test("the body in the outbox is sealed", async () => {
  const { agent, tenantId, customer } = await makeScene(simulator);
  await holdBack(agent);
  await sendMessage(agent, textTo(customer, "Nobody may read this"));
  const [row] = await ownerQuery<{ body: Buffer }>("select body_sealed as body from outbox where tenant_id = $1", [
    tenantId,
  ]);
  expect(row?.body.includes("Nobody may read this")).toBe(false);
});

test("outside the window the send is refused with the reason, and nothing leaves", async () => {
  const scene = await makeScene(simulator);
  const late = await makeCustomer(scene, scene.channel, { wroteAt: new Date(Date.now() - DAY) });
  const refusal: RefusedError = await sendMessage(scene.agent, textTo(late)).catch((error) => error);
  expect(refusal).toMatchObject({ kind: "refused", code: "window_closed" });
  expect(refusal.nextStep).toMatch(/template/);
  expect((await listMessages(scene.agent, { ...late, limit: 10 })).items).toHaveLength(1);
  expect(await sentBy(simulator, scene.channel)).toEqual([]);
});

test("a double click is one message, one after the other and at once", async () => {
  const { agent, channel, customer } = await makeScene(simulator);
  const click = textTo(customer);
  const at = await Promise.all(Array.from({ length: 8 }, () => sendMessage(agent, click)));
  const again = await sendMessage(agent, click);
  expect(new Set([...at, again].map(({ id }) => id)).size).toBe(1);
  await eventually(() => readMessage(agent, { ...customer, messageId: again.id })).toMatchObject({
    status: "accepted",
  });
  expect(await sentBy(simulator, channel)).toHaveLength(1);
});

test("a repeated send answers with the first message even after the window has closed", async () => {
  const scene = await makeScene(simulator);
  const click = textTo(scene.customer);
  const first = await sendMessage(scene.agent, click);
  await ownerQuery("update service_windows set opened_at = now() - interval '2 days' where tenant_id = $1", [
    scene.tenantId,
  ]);
  expect((await sendMessage(scene.agent, click)).id).toBe(first.id);
});

test("a clientId of another conversation is a conflict", async () => {
  const scene = await makeScene(simulator);
  const other = await makeCustomer(scene, scene.channel);
  const click = textTo(scene.customer);
  await sendMessage(scene.agent, click);
  const misplaced = { ...click, conversationId: other.conversationId };
  await expect(sendMessage(scene.agent, misplaced)).rejects.toMatchObject({ code: "client_id_taken" });
});

test("the messages of a conversation leave in the order in which they were written", async () => {
  const { agent, channel, customer } = await makeScene(simulator);
  const words = Array.from({ length: 12 }, (_, at) => `number ${at}`);
  for (const body of words) await sendMessage(agent, textTo(customer, body));
  await eventually(async () => (await sentBy(simulator, channel)).length).toBe(12);
  expect((await sentBy(simulator, channel)).map(({ body }) => (body.text as { body: string }).body)).toEqual(words);
});

test("two loops share the work and send each message once", async () => {
  const second = startSending();
  const scene = await makeScene(simulator, { throughput: 1_000 });
  await ownerQuery("update channels set messages_per_second = 1000 where tenant_id = $1", [scene.tenantId]);
  const customers = await Promise.all(Array.from({ length: 20 }, () => makeCustomer(scene, scene.channel)));
  const sends = customers.flatMap((customer) => [0, 1, 2].map((n) => textTo(customer, `${n}`)));
  for (const each of sends) await sendMessage(scene.agent, each);
  await eventually(async () => (await sentBy(simulator, scene.channel)).length).toBe(60);
  const sent = await sentBy(simulator, scene.channel);
  expect(new Set(sent.map(({ body }) => body.biz_opaque_callback_data)).size).toBe(60);
  for (const { phone } of customers) {
    const bodies = sent.filter(({ to }) => to === phone).map(({ body }) => (body.text as { body: string }).body);
    expect(bodies).toEqual(["0", "1", "2"]);
  }
  await second.stop();
});

test("a member who answers where nobody is in charge takes the conversation; a key does not", async () => {
  const scene = await makeScene(simulator);
  const { agent, tenantId, customer } = scene;
  const key = { ...agent, kind: "api_key" as const, id: newId() };
  const inCharge = async () => {
    const [row] = await ownerQuery<{ state: string; assignee_id: string | null }>(
      "select state, assignee_id from conversations where id = $1",
      [customer.conversationId],
    );
    return row;
  };
  const { author } = await sendMessage(key, textTo(customer));
  expect(author.kind).toBe("api");
  expect(await inCharge()).toEqual({ state: "queued", assignee_id: null });
  await sendMessage(agent, textTo(customer));
  expect(await inCharge()).toEqual({ state: "open", assignee_id: agent.id });
  const events = await ownerQuery<{ type: string }>("select type from events where tenant_id = $1 order by seq", [
    tenantId,
  ]);
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["conversation.dequeued", "conversation.assigned", "message.queued"]),
  );
});

test("an answer ends the customer's waiting and clears the unread count", async () => {
  const { agent, customer } = await makeScene(simulator);
  const { id } = await sendMessage(agent, textTo(customer));
  const rows = await ownerQuery(
    "select waiting_since, unread_count, last_message_id from conversations where id = $1",
    [customer.conversationId],
  );
  expect(rows).toEqual([{ waiting_since: null, unread_count: 0, last_message_id: id }]);
});

test("a reply quotes a message of the thread, and only of the thread", async () => {
  const scene = await makeScene(simulator);
  const { agent, customer, channel } = scene;
  const other = await makeCustomer(scene, channel);
  const reply = { ...textTo(customer), context: { message_id: customer.wamid } };
  const message = await sendMessage(agent, reply);
  expect(message.quoted).toMatchObject({ wamid: customer.wamid, text: "Hello", direction: "in" });
  await eventually(() => sentBy(simulator, channel)).toMatchObject([
    { body: { context: { message_id: customer.wamid } } },
  ]);
  const astray = { ...textTo(customer), context: { message_id: other.wamid } };
  await expect(sendMessage(agent, astray)).rejects.toMatchObject({ code: "unknown_message_reference" });
});

test("a reaction hangs on its message, goes out, and is no message of the thread", async () => {
  const { agent, customer, channel } = await makeScene(simulator);
  const react = (emoji: string) =>
    sendMessage(agent, {
      conversationId: customer.conversationId,
      clientId: newId(),
      type: "reaction",
      reaction: { message_id: customer.wamid, emoji },
    });
  await react("👍");
  const { items } = await listMessages(agent, { ...customer, limit: 10 });
  expect(items).toHaveLength(1);
  expect(items[0]?.reactions).toEqual([{ author: "us", emoji: "👍" }]);
  await react("");
  expect((await listMessages(agent, { ...customer, limit: 10 })).items[0]?.reactions).toEqual([]);
  await eventually(async () => (await sentBy(simulator, channel)).map(({ body }) => body.reaction)).toEqual([
    { message_id: customer.wamid, emoji: "👍" },
    { message_id: customer.wamid, emoji: "" },
  ]);
});

test("content that Meta would refuse is refused here, value by value", async () => {
  const { agent, customer } = await makeScene(simulator);
  await expect(sendMessage(agent, textTo(customer, "x".repeat(4_097)))).rejects.toMatchObject({
    kind: "invalid",
    fields: [{ path: "text.body" }],
  });
});

test.each([
  ["image", { link: "https://example.com/a.png", caption: "A" }],
  ["location", { latitude: 52.5, longitude: 13.4, name: "Here" }],
  ["contacts", [{ name: { formatted_name: "Bo Li", first_name: "Bo" }, phones: [{ phone: "+15550001111" }] }]],
  [
    "interactive",
    {
      type: "button",
      body: { text: "Yes?" },
      action: { buttons: [{ type: "reply", reply: { id: "y", title: "Yes" } }] },
    },
  ],
])("a message of type %s goes out in Meta's shape", async (type, content) => {
  const { agent, customer, channel } = await makeScene(simulator);
  const { conversationId } = customer;
  await sendMessage(agent, { conversationId, clientId: newId(), type, [type]: content });
  await eventually(() => sentBy(simulator, channel)).toMatchObject([{ body: { type, [type]: content } }]);
});

test("a contact without a phone is reached by user id, never in the place of a phone", async () => {
  const scene = await makeScene(simulator);
  const bsuid = "US.13491208655302741918";
  await ownerQuery("update contact_identities set kind = 'bsuid', value = $2 where contact_id = $1", [
    scene.customer.contactId,
    bsuid,
  ]);
  await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(() => sentBy(simulator, scene.channel)).toMatchObject([{ body: { recipient: bsuid } }]);
  expect((await sentBy(simulator, scene.channel))[0]?.body).not.toHaveProperty("to");
});

test("a window that closed while the message waited keeps it from leaving", async () => {
  const { agent, customer, tenantId, channel } = await makeScene(simulator);
  await holdBack(agent, 1_000);
  const message = await sendMessage(agent, textTo(customer));
  const opened = new Date(Date.now() - DAY - HOUR);
  await ownerQuery("update service_windows set opened_at = $2 where tenant_id = $1", [tenantId, opened]);
  const failed = { status: "failed", failure: { code: "window_closed" }, canSendAgain: false };
  await eventually(() => readMessage(agent, { ...customer, messageId: message.id })).toMatchObject(failed);
  expect(await sentBy(simulator, channel)).toEqual([]);
});

test("an answer stands after the message it answers, even where Meta's clock is ahead", async () => {
  const scene = await makeScene(simulator);
  const customer = await makeCustomer(scene, scene.channel, { wroteAt: new Date(Date.now() + 3_000) });
  await ownerQuery(
    `update conversations c set last_message_id = m.id from messages m
     where c.id = $1 and m.conversation_id = c.id`,
    [customer.conversationId],
  );
  await sendMessage(scene.agent, textTo(customer));
  const { items } = await listMessages(scene.agent, { ...customer, limit: 5 });
  expect(items.map(({ text }) => text)).toEqual(["Good morning", "Hello"]);
});

test("a thread pages backwards without gaps or repeats", async () => {
  const { agent, customer } = await makeScene(simulator);
  for (let n = 0; n < 7; n += 1) await sendMessage(agent, textTo(customer, `${n}`));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMessages(agent, { ...customer, limit: 3, cursor });
    seen.push(...page.items.map((message) => message.text));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["6", "5", "4", "3", "2", "1", "0", "Hello"]);
});
