import { afterAll, beforeAll, expect, test } from "vitest";
import { recordConsent, withdrawConsent } from "@/lib/consent";
import { newId } from "@/lib/ids";
import { createMacro, runMacro } from "@/lib/macros";
import { readMessageInfo, sendMessage, sendMessageAgain, startSending } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  eventually,
  holdBack,
  letTimePass,
  makeScene,
  orderFault,
  reportAll,
  type Scene,
  startMeta,
  textTo,
} from "@/test/sending";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startMeta();
});

afterAll(() => simulator.close());

/** Until nothing waits any more. */
async function sendAll(scene: Scene) {
  const sending = startSending();
  try {
    await letTimePass(scene);
    await eventually(() => ownerQuery("select from outbox where tenant_id = $1", [scene.tenantId])).toEqual([]);
  } finally {
    await sending.stop();
  }
}

async function makeOfferScene() {
  const scene = await makeScene(simulator);
  await ownerQuery(
    `insert into templates (tenant_id, waba_id, meta_id, name, language, status, category, components, search_text,
       status_at, category_at, quality_at)
     values ($1, $2, '1', 'hello_world', 'en_US', 'APPROVED', 'MARKETING', '[{"type":"BODY","text":"Hello"}]', '',
       now(), now(), now())`,
    [scene.tenantId, scene.channel.wabaId],
  );
  const told = { contactId: scene.customer.contactId, purpose: "marketing", evidence: "Form 7" } as const;
  await recordConsent(scene.agent, { ...told, source: "web_form" });
  const { conversationId } = scene.customer;
  const template = { name: "hello_world", language: { code: "en_US" } };
  const offer = () => sendMessage(scene.agent, { conversationId, clientId: newId(), type: "template", template });
  return { ...scene, told, offer };
}

const infoOf = ({ agent }: Pick<Scene, "agent">, { id, conversationId }: { id: string; conversationId: string }) =>
  readMessageInfo(agent, { conversationId, messageId: id });

test("an answer says who wrote it, until when the window stood open, and how it fared", async () => {
  const scene = await makeScene(simulator);
  const sent = await sendMessage(scene.agent, textTo(scene.customer));
  expect((await infoOf(scene, sent)).why?.gate).toEqual({ verdict: "waiting" });
  await sendAll(scene);
  await reportAll(simulator, scene, "sent");
  await reportAll(simulator, scene, "delivered");
  const pricing = { category: "service", type: "free_customer_service", pricing_model: "PMP", billable: false };
  await ownerQuery("update messages set pricing = $2 where id = $1", [sent.id, JSON.stringify(pricing)]);
  const info = await infoOf(scene, sent);
  expect(info.message.author).toMatchObject({ kind: "member", id: scene.agent.id });
  expect(info.why).toMatchObject({
    origin: { kind: "direct" },
    gate: { verdict: "passed", rule: "window", windowClosesAt: expect.stringMatching(/Z$/) },
  });
  expect(info.statuses.map(({ status }) => status)).toEqual(["accepted", "sent", "delivered"]);
  expect(info.billing).toEqual({ category: "service", type: "free_customer_service", model: "PMP", isBillable: false });
});

test("a template goes on to say on which consent and category it left, whatever came later", async () => {
  const scene = await makeOfferScene();
  const sent = await scene.offer();
  await sendAll(scene);
  await withdrawConsent(scene.agent, { ...scene.told, source: "email" });
  await ownerQuery("update templates set category = 'UTILITY' where tenant_id = $1", [scene.tenantId]);
  expect((await infoOf(scene, sent)).why?.gate).toMatchObject({
    verdict: "passed",
    rule: "template",
    category: "MARKETING",
    purpose: "marketing",
    consent: { state: "granted", source: "web_form" },
  });
});

test("whoever may not read contacts is not told what a contact consented to", async () => {
  const scene = await makeOfferScene();
  const sent = await scene.offer();
  await sendAll(scene);
  const key = { ...scene.agent, kind: "api_key" as const, scopes: ["conversations.read" as const] };
  expect((await infoOf({ agent: key }, sent)).why?.gate).toMatchObject({ purpose: "marketing", consent: null });
});

test("what the gate kept from leaving says by which rule, and what to do", async () => {
  const scene = await makeOfferScene();
  await holdBack(scene);
  const sent = await scene.offer();
  await withdrawConsent(scene.agent, { ...scene.told, source: "email" });
  await sendAll(scene);
  const { why, statuses } = await infoOf(scene, sent);
  expect(why?.gate).toMatchObject({
    verdict: "refused",
    code: "marketing_consent_withdrawn",
    nextStep: expect.stringContaining("START"),
  });
  expect(statuses.map(({ status }) => status)).toEqual(["failed"]);
});

test("what Meta refused had passed our gate, and has Meta's code", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "error:131026");
  const sent = await sendMessage(scene.agent, textTo(scene.customer));
  await sendAll(scene);
  const { why, statuses, message } = await infoOf(scene, sent);
  expect(why?.gate).toMatchObject({ verdict: "passed", rule: "window" });
  expect(statuses).toMatchObject([{ status: "failed", code: 131026 }]);
  expect(message.failure).toMatchObject({ code: "131026", nextStep: expect.stringMatching(/./) });
});

test("a message that a macro, a second try or the answer to STOP sent says so", async () => {
  const scene = await makeScene(simulator);
  const { conversationId, phone } = scene.customer;
  const first = await sendMessage(scene.agent, textTo(scene.customer));
  await ownerQuery("update messages set status = 'ambiguous' where id = $1", [first.id]);
  await ownerQuery("delete from outbox where message_id = $1", [first.id]);
  const again = await sendMessageAgain(scene.agent, { conversationId, messageId: first.id, clientId: newId() });
  expect((await infoOf(scene, again)).why?.origin).toEqual({ kind: "again", messageId: first.id });

  const macro = await createMacro(scene.manager, {
    scope: "workspace",
    name: "Hours",
    actions: [{ kind: "reply", text: "9–5" }],
  });
  const { results } = await runMacro(scene.agent, { macroId: macro.id, conversationIds: [conversationId] });
  const byMacro = { id: results[0]?.messageId ?? "", conversationId };
  expect((await infoOf(scene, byMacro)).why?.origin).toEqual({ kind: "macro", name: "Hours" });

  const stop = textMessage({ phone }, { body: "STOP", timestamp: secondsAgo(0) });
  await receive(scene.channel, messagesBody(scene.channel, { messages: [stop] }));
  const [told] = await ownerQuery<{ id: string }>(
    "select id from messages where conversation_id = $1 and author = 'system' and direction = 'out'",
    [conversationId],
  );
  const info = await infoOf(scene, { id: told?.id ?? "", conversationId });
  expect(info.why?.origin).toEqual({ kind: "consent_confirmation", state: "withdrawn" });
});

test("of a message of the customer there is nothing to explain", async () => {
  const scene = await makeScene(simulator);
  const [inbound] = await ownerQuery<{ id: string }>("select id from messages where conversation_id = $1", [
    scene.customer.conversationId,
  ]);
  const info = await infoOf(scene, { id: inbound?.id ?? "", conversationId: scene.customer.conversationId });
  expect(info).toMatchObject({ why: null, billing: null, statuses: [] });
});
