import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { listMessages, sendMessage, startSending } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  control,
  eventsOf,
  eventually,
  letTimePass,
  makeCustomer,
  makeScene,
  orderFault,
  readOf,
  startMeta,
  statusOf,
  textTo,
  wordsSent,
} from "@/test/sending";

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

test("a failure of Meta's that passes is tried again, and the message arrives once", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "error:131016");
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(statusOf(scene.agent, message)).toBe("retry_wait");
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toHaveLength(1);
});

test("a failure of Meta's that stays ends after five attempts, in words", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "error:131000", 99);
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  const later = async () => {
    await letTimePass(scene);
    return readOf(scene.agent, message);
  };
  await eventually(later).toMatchObject({
    status: "failed",
    canSendAgain: true,
    failure: { code: "131000", turn: "parley" },
  });
  expect(await wordsSent(simulator, scene)).toEqual([]);
});

test("a refusal for this person fails at once, and the next message goes on", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "error:131026");
  const refused = await sendMessage(scene.agent, textTo(scene.customer, "first"));
  const next = await sendMessage(scene.agent, textTo(scene.customer, "second"));
  await eventually(statusOf(scene.agent, next)).toBe("accepted");
  const failed = await readOf(scene.agent, refused);
  expect(failed).toMatchObject({ status: "failed", failure: { code: "131026" } });
  expect(failed.failure?.nextStep).toMatch(/\.$/);
  expect(await eventsOf(scene)).toContain("message.failed");
});

test("Meta's window refusal shows what to do", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "error:131047");
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(statusOf(scene.agent, message)).toBe("failed");
  expect((await readOf(scene.agent, message)).failure?.nextStep).toMatch(/template/);
});

test("the number's rate holds back the number, and nothing is lost or counted as an attempt", async () => {
  const scene = await makeScene(simulator);
  const other = await makeCustomer(scene, scene.channel);
  await orderFault(simulator, scene.customer, "error:130429");
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(statusOf(scene.agent, message)).toBe("retry_wait");
  const behind = await sendMessage(scene.agent, textTo(other));
  const [bucket] = await ownerQuery<{ blocked: boolean }>(
    "select blocked_until > now() as blocked from send_buckets where tenant_id = $1 and scope = 'channel'",
    [scene.tenantId],
  );
  expect(bucket?.blocked).toBe(true);
  expect(await ownerQuery("select attempts from outbox where message_id = $1", [message.id])).toEqual([
    { attempts: 0 },
  ]);
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  await eventually(statusOf(scene.agent, behind)).toBe("accepted");
});

test("the pair's rate holds back one person, and the others go on", async () => {
  const scene = await makeScene(simulator);
  const other = await makeCustomer(scene, scene.channel);
  await orderFault(simulator, scene.customer, "error:131056");
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(statusOf(scene.agent, message)).toBe("retry_wait");
  const elsewhere = await sendMessage(scene.agent, textTo(other));
  await eventually(statusOf(scene.agent, elsewhere)).toBe("accepted");
  expect((await readOf(scene.agent, message)).status).toBe("retry_wait");
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
});

test("one person never gets more than Meta's burst, and the rest waits", async () => {
  const scene = await makeScene(simulator, { throughput: 1_000 });
  await ownerQuery("update channels set messages_per_second = 1000 where tenant_id = $1", [scene.tenantId]);
  await control(simulator, "behaviour", { phoneNumberId: scene.channel.phoneNumberId, pairLimit: true });
  for (let n = 0; n < 47; n += 1) await sendMessage(scene.agent, textTo(scene.customer, `${n}`));
  await eventually(async () => (await wordsSent(simulator, scene)).length).toBe(45);
  const waiting = () => ownerQuery("select state, attempts from outbox where tenant_id = $1", [scene.tenantId]);
  await eventually(waiting).toEqual([
    { state: "queued", attempts: 0 },
    { state: "queued", attempts: 0 },
  ]);
}, 30_000);

test("a reaction that fails gives way to the one the customer still sees", async () => {
  const scene = await makeScene(simulator);
  const { agent, customer } = scene;
  const react = (emoji: string) =>
    sendMessage(agent, {
      conversationId: customer.conversationId,
      clientId: newId(),
      type: "reaction",
      reaction: { message_id: customer.wamid, emoji },
    });
  const shown = async () => (await listMessages(agent, { ...customer, limit: 5 })).items[0]?.reactions;
  const first = await react("👍");
  await eventually(statusOf(scene.agent, first)).toBe("accepted");
  await orderFault(simulator, customer, "error:131026");
  const second = await react("❤️");
  expect(await shown()).toEqual([{ author: "us", emoji: "❤️" }]);
  await eventually(statusOf(scene.agent, second)).toBe("failed");
  expect(await shown()).toEqual([{ author: "us", emoji: "👍" }]);
});
