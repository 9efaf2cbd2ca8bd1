import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCallback, sendMessage, startSending } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  eventually,
  letTimePass,
  makeCustomer,
  makeScene,
  orderFault,
  readOf,
  reportAll,
  type Scene,
  sentBy,
  startMeta,
  textTo,
} from "@/test/sending";

let simulator: RunningSimulator;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  simulator = await startMeta();
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await simulator.close();
});

/** Starts a send loop that dies at a step; resolves when it is dead, or was killed by the test. */
function startMortal(step: string) {
  const node = ["--conditions=react-server", "--import", "tsx", "test/sending-child.ts", step];
  const child = spawn(process.execPath, node, { stdio: "ignore" });
  children.add(child);
  return { child, dead: once(child, "exit") };
}

async function makeWaiting() {
  const scene = await makeScene(simulator);
  const other = await makeCustomer(scene, scene.channel);
  const messages = [];
  for (const customer of [scene.customer, scene.customer, other]) {
    messages.push(await sendMessage(scene.agent, textTo(customer)));
  }
  return { scene, messages };
}

const callbacksOf = async (scene: Scene) =>
  (await sentBy(simulator, scene.channel)).map(({ body }) => readCallback(String(body.biz_opaque_callback_data)));

/** Another loop takes over, leases run out, statuses come in; then everything has an end and nothing left twice. */
async function expectSafeEnd(scene: Scene, messages: { id: string; conversationId: string }[]) {
  const survivor = startSending();
  const outbox = async () => {
    await letTimePass(scene);
    return ownerQuery("select state from outbox where tenant_id = $1", [scene.tenantId]);
  };
  await eventually(outbox).toEqual([]);
  await survivor.stop();
  await reportAll(simulator, scene, "delivered");
  const callbacks = await callbacksOf(scene);
  expect(new Set(callbacks).size).toBe(callbacks.length);
  for (const message of messages) {
    const isSent = callbacks.includes(message.id);
    const shown = await readOf(scene.agent, message);
    expect(shown.status).toBe(isSent ? "delivered" : "ambiguous");
    expect(shown.canSendAgain).toBe(!isSent);
  }
}

test.each(["claimed", "calling", "called", "recorded"])(
  "a process killed when a send is %s loses nothing and sends nothing twice",
  async (step) => {
    const { scene, messages } = await makeWaiting();
    await startMortal(step).dead;
    await expectSafeEnd(scene, messages);
  },
  60_000,
);

test("a process killed after Meta accepted and before it answered sends nothing twice", async () => {
  const { scene, messages } = await makeWaiting();
  await orderFault(simulator, scene.customer, "timeout-after-accept");
  const { child, dead } = startMortal("never");
  await eventually(() => callbacksOf(scene)).toContain(messages[0]?.id);
  child.kill("SIGKILL");
  await dead;
  await expectSafeEnd(scene, messages);
  expect(await callbacksOf(scene)).toHaveLength(3);
}, 60_000);
