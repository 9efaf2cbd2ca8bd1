import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { appendConsents, lockConsents, recordConsent, withdrawConsent } from "@/lib/consent";
import { newId } from "@/lib/ids";
import { sendMessage, startSending } from "@/lib/messages";
import type { SendContext } from "@/lib/messages/gate-facts";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  type Customer,
  eventually,
  holdBack,
  letTimePass,
  makeCustomer,
  makeScene,
  readOf,
  type Scene,
  sentBy,
  startMeta,
  textTo,
} from "@/test/sending";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";
import { makeAttempt } from "./attempt";
import { type Attempt, claimAttempts } from "./claim";
import type { Decision } from "./decide";
import { depart } from "./depart";
import { recordOutcomes } from "./record-outcomes";

let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startMeta();
});

afterAll(() => simulator.close());

/** A scene with a marketing template, and customers who have consented to offers. */
async function makeOffers(count: number) {
  const scene = await makeScene(simulator, { throughput: 10_000 });
  await ownerQuery("update channels set messages_per_second = 1000 where tenant_id = $1", [scene.tenantId]);
  await ownerQuery(
    `insert into templates (tenant_id, waba_id, meta_id, name, language, status, category, components, search_text,
       status_at, category_at, quality_at)
     values ($1, $2, '1', 'hello_world', 'en_US', 'APPROVED', 'MARKETING', '[{"type":"BODY","text":"Hello"}]', '',
       now(), now(), now())`,
    [scene.tenantId, scene.channel.wabaId],
  );
  const customers = [];
  for (let n = 0; n < count; n += 1) {
    const customer = await makeCustomer(scene, scene.channel);
    await consents(scene, customer);
    customers.push(customer);
  }
  return { scene, customers };
}

const consents = (scene: Scene, { contactId }: Customer) =>
  recordConsent(scene.agent, { contactId, purpose: "marketing", source: "web_form", evidence: "Form 7" });

const offerTo = ({ conversationId }: Customer) => ({
  conversationId,
  clientId: newId(),
  type: "template",
  template: { name: "hello_world", language: { code: "en_US" } },
});

const saysStop = (scene: Scene, customer: Customer) => says(scene, customer, "STOP", 0);

const says = ({ channel }: Scene, { phone }: Customer, body: string, ago: number) =>
  receive(channel, messagesBody(channel, { messages: [textMessage({ phone }, { body, timestamp: secondsAgo(ago) })] }));

const offersSent = async ({ channel }: Scene) =>
  (await sentBy(simulator, channel)).filter(({ body }) => body.type === "template");

const claimOf = async ({ tenantId }: Scene) =>
  (await claimAttempts({ free: 500, freeOf: () => 500 })).filter((attempt) => attempt.tenantId === tenantId);

const refused = { kind: "failed", error: { gate: "marketing_consent_withdrawn" } };

test("an offer after STOP is refused with reason, code and next step; START lets it go again", async () => {
  const { scene, customers } = await makeOffers(1);
  const [customer] = customers as [Customer];
  await saysStop(scene, customer);
  await expect(sendMessage(scene.agent, offerTo(customer))).rejects.toMatchObject({
    kind: "refused",
    code: "marketing_consent_withdrawn",
    message: "The customer opted out of marketing messages.",
    nextStep: expect.stringContaining("START"),
  });
  await sendMessage(scene.agent, textTo(customer));
  await says(scene, customer, "START", -2);
  await sendMessage(scene.agent, offerTo(customer));
});

test("offers that were queued before STOP do not leave after it, and say why; answers in the window do", async () => {
  const { scene, customers } = await makeOffers(4);
  const [stopped, other] = customers as [Customer, Customer];
  await holdBack(scene);
  const offers = await Promise.all(customers.map((customer) => sendMessage(scene.agent, offerTo(customer))));
  const answer = await sendMessage(scene.agent, textTo(stopped, "It is on its way"));
  await saysStop(scene, stopped);
  const sending = startSending();
  try {
    await letTimePass(scene);
    await eventually(() => ownerQuery("select from outbox where tenant_id = $1", [scene.tenantId])).toEqual([]);
  } finally {
    await sending.stop();
  }
  const [first, second] = offers as [(typeof offers)[0], (typeof offers)[0]];
  expect(await readOf(scene.agent, first)).toMatchObject({
    status: "failed",
    failure: {
      code: "marketing_consent_withdrawn",
      cause: "The customer opted out of marketing messages.",
      nextStep: expect.stringContaining("START"),
    },
  });
  expect(await readOf(scene.agent, second)).toMatchObject({ status: "accepted" });
  expect(await readOf(scene.agent, answer)).toMatchObject({ status: "accepted" });
  const reached = (await offersSent(scene)).map(({ to }) => to);
  expect(reached).not.toContain(stopped.phone);
  expect(reached).toContain(other.phone);
});

test("an offer that was claimed before STOP does not leave after it", async () => {
  const { scene, customers } = await makeOffers(2);
  const [stopped] = customers as [Customer, Customer];
  for (const customer of customers) await sendMessage(scene.agent, offerTo(customer));
  const attempts = await claimOf(scene);
  expect(attempts).toHaveLength(2);
  await saysStop(scene, stopped);
  const decisions = await Promise.all(attempts.map(makeAttempt));
  for (const [at, { contactId }] of attempts.entries()) {
    expect(decisions[at]).toMatchObject(contactId === stopped.contactId ? refused : { kind: "accepted" });
  }
  expect((await offersSent(scene)).map(({ to }) => to)).not.toContain(stopped.phone);
});

test("an offer that waits to be tried again does not leave after consent was withdrawn by an agent", async () => {
  const { scene, customers } = await makeOffers(1);
  const [customer] = customers as [Customer];
  await sendMessage(scene.agent, offerTo(customer));
  const [attempt] = (await claimOf(scene)) as [Attempt];
  await recordOutcomes(scene.tenantId, [{ attempt, decision: { kind: "retry", delayMs: 0 } }]);
  await withdrawConsent(scene.agent, { contactId: customer.contactId, purpose: "marketing", source: "phone_call" });
  await letTimePass(scene);
  const [again] = (await claimOf(scene)) as [Attempt];
  expect(await makeAttempt(again)).toMatchObject(refused);
});

test("no call begins after the commit of a STOP that comes at the same moment, in whatever order they meet", async () => {
  const { scene, customers } = await makeOffers(60);
  const begunAt = new Map<string, number>();
  const stoppedAt = new Map<string, number>();
  const begin =
    (contactId: string) =>
    async (context: SendContext | undefined): Promise<Decision> => {
      if (context?.consents.marketing === "granted") begunAt.set(contactId, performance.now());
      return { kind: "ambiguous" };
    };
  const stop = async (contactId: string) => {
    const consent = { contactId, purpose: "marketing" as const, state: "withdrawn" as const, source: "stop_word" };
    await withTenant(scene, (tx) => appendConsents(tx, scene.agent, [{ ...consent, evidence: {}, at: new Date() }]));
    stoppedAt.set(contactId, performance.now());
  };
  await Promise.all(
    customers.flatMap(({ contactId, conversationId }, n) => {
      const go = () => depart({ tenantId: scene.tenantId, contactId, conversationId }, begin(contactId));
      const halt = () => stop(contactId);
      return n % 2 === 0 ? [go(), halt()] : [halt(), go()];
    }),
  );
  expect(stoppedAt.size).toBe(60);
  for (const [contactId, at] of begunAt) expect(at).toBeLessThan(stoppedAt.get(contactId) ?? 0);
});

const waitingForLock = () =>
  ownerQuery(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'",
  );

test("an offer that meets a withdrawal before its commit waits for it, and does not begin", async () => {
  const { scene, customers } = await makeOffers(1);
  const [{ contactId, conversationId }] = customers as [Customer];
  const seen: unknown[] = [];
  let departure: Promise<unknown> = Promise.resolve();
  await withTenant(scene, async (tx) => {
    const withdrawal = { contactId, purpose: "marketing" as const, state: "withdrawn" as const, source: "stop_word" };
    await appendConsents(tx, scene.agent, [{ ...withdrawal, evidence: {}, at: new Date() }]);
    departure = depart({ tenantId: scene.tenantId, contactId, conversationId }, async (context) => {
      seen.push(context?.consents.marketing);
      return { kind: "ambiguous" };
    });
    await eventually(waitingForLock).toHaveLength(1);
    expect(seen).toEqual([]);
  });
  await departure;
  expect(seen).toEqual(["withdrawn"]);
});

test("a withdrawal that meets an offer that is just leaving commits after it has begun", async () => {
  const { scene, customers } = await makeOffers(1);
  const [{ contactId }] = customers as [Customer];
  let withdrawal: Promise<unknown> = Promise.resolve();
  const isWithdrawn = () =>
    ownerQuery("select from consents where contact_id = $1 and state = 'withdrawn'", [contactId]);
  await withTenant(scene, async (tx) => {
    await lockConsents(tx, [{ tenantId: scene.tenantId, contactId }], "relying");
    withdrawal = withdrawConsent(scene.agent, { contactId, purpose: "marketing", source: "email" });
    await eventually(waitingForLock).toHaveLength(1);
    expect(await isWithdrawn()).toEqual([]);
  });
  await withdrawal;
  expect(await isWithdrawn()).toHaveLength(1);
});

test("with the loop running and customers saying STOP as the offers go out, each offer left or says why", async () => {
  const { scene, customers } = await makeOffers(40);
  const sending = startSending();
  try {
    const offers = await Promise.all(
      customers.map(async (customer, n) => {
        const offer = await sendMessage(scene.agent, offerTo(customer)).catch((error: { code: string }) => error.code);
        if (n % 2 === 0) await saysStop(scene, customer);
        return offer;
      }),
    );
    await eventually(() => ownerQuery("select from outbox where tenant_id = $1", [scene.tenantId])).toEqual([]);
    const reached = new Set((await offersSent(scene)).map(({ to }) => to));
    for (const [n, offer] of offers.entries()) {
      if (typeof offer === "string") throw new Error(`Nobody had said STOP yet: ${offer}.`);
      const { status, failure } = await readOf(scene.agent, offer);
      const left = reached.has(customers[n]?.phone ?? "");
      expect([status, failure?.code]).toEqual(
        left ? ["accepted", undefined] : ["failed", "marketing_consent_withdrawn"],
      );
      if (n % 2 === 1) expect(left).toBe(true);
    }
    for (const customer of customers.filter((_, n) => n % 2 === 0)) {
      await expect(sendMessage(scene.agent, offerTo(customer))).rejects.toMatchObject({ kind: "refused" });
    }
  } finally {
    await sending.stop();
  }
});
