import { beforeAll, expect, test } from "vitest";
import { readMessage, sendMessage } from "@/lib/messages";
import { orderFault, textTo } from "@/test/sending";
import { type Engine, startEngine } from "./engine";
import { hold } from "./hold";
import { openHouse } from "./house";
import {
  countEvents,
  endLeases,
  endWaits,
  makeScene,
  outboxOf,
  reportAll,
  type Scene,
  statusOf,
  wordsSent,
} from "./scene";

const house = await openHouse();
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine(house);
});

async function killAndRestart(held?: { release: () => Promise<void> }): Promise<void> {
  await engine.kill();
  await held?.release();
  engine = await startEngine(house);
}

/** Two messages to one customer, of which the first is the one that the engine will be killed over. */
async function sendTwo(scene: Scene) {
  const [customer] = scene.customers;
  if (!customer) throw new Error("A scene has a customer.");
  const first = await sendMessage(scene.owner, textTo(customer, "first"));
  const second = await sendMessage(scene.owner, textTo(customer, "second"));
  return { first, second };
}

async function fault(scene: Scene, name: string): Promise<void> {
  const [customer] = scene.customers;
  if (customer) await orderFault(house.simulator, customer, name);
}

const untilSending = (scene: Scene, message: { id: string; conversationId: string }) =>
  expect
    .poll(() => outboxOf(house, scene), { timeout: 15_000, interval: 20 })
    .toContainEqual({ message_id: message.id, state: "sending" });

const untilSent = (scene: Scene, words: string[]) =>
  expect.poll(() => wordsSent(house, scene), { timeout: 15_000, interval: 20 }).toEqual(words);

/** Statuses tell what became of the first: the one behind it leaves, and both were accepted once. */
async function settleByStatus(scene: Scene, messages: Awaited<ReturnType<typeof sendTwo>>): Promise<void> {
  await reportAll(house, scene, "delivered");
  await expect.poll(() => statusOf(scene, messages.first), { timeout: 15_000 }).toBe("delivered");
  await untilSent(scene, ["first", "second"]);
  await reportAll(house, scene, "delivered");
  await expect.poll(() => statusOf(scene, messages.second), { timeout: 15_000 }).toBe("delivered");
  expect(await outboxOf(house, scene)).toEqual([]);
  expect(await wordsSent(house, scene)).toEqual(["first", "second"]);
  expect(await countEvents(scene, "message.delivered")).toBe(2);
}

test("killed while a message is being claimed: it was never claimed, and leaves once", async () => {
  const scene = await makeScene(house);
  const held = await hold(house, "lock table send_buckets in share row exclusive mode");
  const messages = await sendTwo(scene);
  await held.untilWaitedFor("insert into send_buckets");
  await killAndRestart(held);
  await untilSent(scene, ["first", "second"]);
  await settleByStatus(scene, messages);
});

test("killed after the claim and before the call: nothing leaves by itself, people are asked, and those behind go on", async () => {
  const scene = await makeScene(house);
  // Before its first call for a tenant the engine has to read that tenant's key.
  const held = await hold(house, "lock table data_keys in access exclusive mode");
  const { first, second } = await sendTwo(scene);
  await untilSending(scene, first);
  await held.untilWaitedFor("data_keys");
  await killAndRestart(held);
  await endLeases(house);
  await expect.poll(() => statusOf(scene, first), { timeout: 15_000 }).toBe("ambiguous");
  expect(await wordsSent(house, scene)).toEqual([]);
  await endWaits(house);
  await untilSent(scene, ["second"]);
  await expect.poll(() => statusOf(scene, second), { timeout: 15_000 }).toBe("accepted");
  expect(await readMessage(scene.owner, { conversationId: first.conversationId, messageId: first.id })).toMatchObject({
    status: "ambiguous",
    canSendAgain: true,
  });
  expect(await outboxOf(house, scene)).toEqual([]);
});

test("killed while the call is under way, and Meta accepts it all the same: its status settles it, and it left once", async () => {
  const scene = await makeScene(house);
  await fault(scene, "slow:700");
  const messages = await sendTwo(scene);
  await untilSending(scene, messages.first);
  await expect.poll(pendingFaults, { timeout: 15_000, interval: 20 }).toBe(0);
  await engine.kill();
  expect(await wordsSent(house, scene)).toEqual([]);
  await killAndRestart();
  await untilSent(scene, ["first"]);
  await settleByStatus(scene, messages);
});

test.each(["timeout-after-accept", "reset-after-accept"])(
  "killed when Meta has accepted it and the answer is lost (%s): its status settles it, and it left once",
  async (loss) => {
    const scene = await makeScene(house);
    await fault(scene, loss);
    const messages = await sendTwo(scene);
    await untilSent(scene, ["first"]);
    await killAndRestart();
    await endLeases(house);
    await expect.poll(() => statusOf(scene, messages.first), { timeout: 15_000 }).toBe("ambiguous");
    await settleByStatus(scene, messages);
  },
);

test("killed with Meta's answer in hand and not yet written: it is ambiguous until its status comes, and left once", async () => {
  const scene = await makeScene(house);
  await fault(scene, "slow:500");
  const messages = await sendTwo(scene);
  await untilSending(scene, messages.first);
  const held = await hold(house, "select from outbox where message_id = $1 for update", [messages.first.id]);
  await held.untilWaitedFor("delete from outbox");
  expect(await wordsSent(house, scene)).toEqual(["first"]);
  await killAndRestart(held);
  await endLeases(house);
  await expect.poll(() => statusOf(scene, messages.first), { timeout: 15_000 }).toBe("ambiguous");
  expect(await wordsSent(house, scene)).toEqual(["first"]);
  await settleByStatus(scene, messages);
});

test("killed right after the answer was written: nothing is done again", async () => {
  const scene = await makeScene(house);
  const [customer] = scene.customers;
  const first = await sendMessage(scene.owner, textTo({ conversationId: customer?.conversationId ?? "" }, "first"));
  await expect.poll(() => statusOf(scene, first), { timeout: 15_000, interval: 10 }).toBe("accepted");
  await killAndRestart();
  await endLeases(house);
  const second = await sendMessage(scene.owner, textTo({ conversationId: first.conversationId }, "second"));
  await untilSent(scene, ["first", "second"]);
  await settleByStatus(scene, { first, second });
});

async function pendingFaults(): Promise<number> {
  const response = await fetch(`${house.simulator.url}/control/faults`);
  return ((await response.json()) as unknown[]).length;
}
