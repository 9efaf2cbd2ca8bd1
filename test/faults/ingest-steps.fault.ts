import { beforeAll, expect, test } from "vitest";
import { control } from "@/test/sending";
import { type Engine, startEngine } from "./engine";
import { hold } from "./hold";
import { openHouse } from "./house";
import { countEvents, endLeases, makeScene, type Scene } from "./scene";

const house = await openHouse();
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine(house);
});

/** The customer writes; resolves with the message's wamid and the door's first answer, 0 when the connection broke. */
async function write(scene: Scene): Promise<{ id: string; webhook: { status: number } }> {
  const message = { type: "text", text: { body: "question" } };
  const writing = { from: scene.customers[0]?.phone, to: scene.channel.phoneNumberId, name: "Ana", message };
  return (await control(house.simulator, "messages", writing)) as { id: string; webhook: { status: number } };
}

const messagesOf = (scene: Scene, wamid: string) =>
  house.query("select status from messages where tenant_id = $1 and wamid = $2", [scene.tenantId, wamid]);

const logOf = () => house.query<{ state: string }>("select state from webhook_log order by id");

async function killAndRestart(held: { release: () => Promise<void> }): Promise<void> {
  await engine.kill();
  await held.release();
  engine = await startEngine(house);
}

/** Everything in the log is applied, and the message is there once, announced once, counted as unread once. */
async function expectOnce(scene: Scene, wamid: string): Promise<void> {
  const states = async () => [...new Set((await logOf()).map(({ state }) => state))];
  await expect.poll(states, { timeout: 15_000, interval: 50 }).toEqual(["done"]);
  expect(await messagesOf(scene, wamid)).toEqual([{ status: "received" }]);
  expect(await countEvents(scene, "message.received")).toBe(1);
  expect(await house.query("select unread_count from conversations where tenant_id = $1", [scene.tenantId])).toEqual([
    { unread_count: 2 },
  ]);
  const items = "select outcome from webhook_items where tenant_id = $1 and kind = 'message'";
  expect(await house.query(items, [scene.tenantId])).toEqual([{ outcome: "applied" }]);
}

test("killed while the door appends: Meta got no answer, sends it again, and it takes effect once", async () => {
  const scene = await makeScene(house);
  const held = await hold(house, "lock table webhook_log in share row exclusive mode");
  const answered = write(scene);
  await held.untilWaitedFor("insert into webhook_log");
  await killAndRestart(held);
  const { id, webhook } = await answered;
  expect(webhook.status).toBe(0);
  await expectOnce(scene, id);
});

test("killed while a webhook is being applied: after the lease it takes effect, once", async () => {
  const scene = await makeScene(house);
  const held = await hold(house, "lock table messages in share row exclusive mode");
  const { id, webhook } = await write(scene);
  expect(webhook.status).toBe(200);
  await held.untilWaitedFor("insert into messages");
  await killAndRestart(held);
  expect(await messagesOf(scene, id)).toEqual([]);
  await endLeases(house);
  await expectOnce(scene, id);
});

test("killed when a webhook is applied and not yet noted as done: it is applied again without effect", async () => {
  const scene = await makeScene(house);
  const applying = await hold(house, "lock table messages in share row exclusive mode");
  const { id } = await write(scene);
  await applying.untilWaitedFor("insert into messages");
  const noting = await hold(house, "select from webhook_log where state = 'pending' for update");
  await applying.release();
  await noting.untilWaitedFor("update webhook_log");
  expect(await messagesOf(scene, id)).toEqual([{ status: "received" }]);
  await killAndRestart(noting);
  expect((await logOf()).filter(({ state }) => state === "pending")).toHaveLength(1);
  await endLeases(house);
  await expectOnce(scene, id);
});
